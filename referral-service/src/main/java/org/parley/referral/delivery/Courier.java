package org.parley.referral.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.parley.referral.delivery.Deliveries.Kept;
import org.springframework.stereotype.Component;

/**
 * Brings one center its feed, one delivery at a time. What was delivered and what has to wait is kept after each round;
 * after a crash in between a delivery is repeated under the same id, by which its receiver knows it.
 */
@Component
class Courier {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final String me = UUID.randomUUID().toString();
    private final Feed feed;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Rounds rounds;
    private final Clock clock;

    Courier(Feed feed, Deliveries deliveries, DeliveryLog log, Rounds rounds, Clock clock) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.log = log;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * One round. Says whether there may be more to do at once.
     *
     * @param endpoint asked for when there is something to bring: one that was removed or disabled gets nothing more
     */
    boolean deliver(String center, Supplier<Optional<Endpoint>> endpoint) {
        var now = clock.instant();
        var kept = deliveries.find(center);
        if (kept.isLeasedToOther(me, now)) {
            return false;
        }
        var known = kept.all().acknowledged(feed.acknowledged(center));
        var mayHave = hasWork(center, known, now);
        // At a new registration all that waits is due.
        if (!mayHave && known.progress().waiting().isEmpty()) {
            return false;
        }
        var target = endpoint.get().filter(Endpoint::isActive);
        if (target.isEmpty()) {
            return false;
        }
        var begin = known.at(target.get(), now);
        if (begin.health().isLeftAlone(now) || !(mayHave || hasWork(center, begin, now))) {
            return false;
        }
        return deliveries
                .save(kept.begin(begin), me, now.plus(LEASE))
                .map(claimed -> round(target.get(), claimed))
                .orElse(false);
    }

    private boolean hasWork(String center, Standing standing, Instant now) {
        return !standing.due(now).isEmpty()
                || standing.mayRepeat()
                || (standing.progress().mayReadOn()
                        && !feed.read(center, standing.progress().taken(), 1).isEmpty());
    }

    private boolean round(Endpoint endpoint, Kept claimed) {
        var begin = claimed.standing();
        var done = rounds.make(endpoint, begin);
        var place = log.write(endpoint.center(), begin.log(), done.attempts());
        var end = new Standing(done.progress(), done.health(), done.replay(), place);
        var goesOn = keep(claimed, end) && !end.equals(begin);
        // Whoever changes to the inbox finds there what it doesn't have yet.
        if (end.progress().brought() > begin.progress().brought()) {
            feed.acknowledge(endpoint.center(), end.progress().brought());
        }
        return goesOn;
    }

    /**
     * The lease ends with the round: whichever copy comes next goes on, and only a crash makes the others wait. A
     * center may have asked for a replay meanwhile, which stays; what has become of the round stays, too.
     */
    private boolean keep(Kept claimed, Standing end) {
        var current = claimed;
        while (current.isSameLease(claimed)) {
            if (deliveries.save(current.with(end), me, clock.instant()).isPresent()) {
                return true;
            }
            current = deliveries.find(claimed.center());
        }
        return false;
    }
}

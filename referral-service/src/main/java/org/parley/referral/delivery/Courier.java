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
 * Brings one subscriber its feed, one delivery at a time. What was delivered and what has to wait is kept after each
 * round; after a crash in between a delivery is repeated under the same id, by which its receiver knows it.
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
     * One round, if there is something to do. Says what to wait for until the next one.
     *
     * @param endpoint asked for when there is something to bring: one that was removed or disabled gets nothing more
     */
    Outlook deliver(String subscriber, Supplier<Optional<Endpoint>> endpoint) {
        var now = clock.instant();
        var kept = deliveries.find(subscriber);
        if (kept.isLeasedToOther(me, now)) {
            return Outlook.UNKNOWN;
        }
        var acknowledged = feed.acknowledged(subscriber);
        var known = kept.all().acknowledged(acknowledged);
        var mayHave = hasWork(subscriber, known, now);
        // At a new registration all that waits is due.
        if (!mayHave && known.progress().waiting().isEmpty()) {
            return outlook(kept.version(), acknowledged, known);
        }
        var target = endpoint.get().filter(Endpoint::isActive);
        if (target.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        var begin = known.at(target.get(), now);
        if (begin.health().isLeftAlone(now) || !(mayHave || hasWork(subscriber, begin, now))) {
            return outlook(kept.version(), acknowledged, begin);
        }
        return deliveries
                .save(kept.begin(begin), me, now.plus(LEASE))
                .map(claimed -> round(target.get(), claimed, acknowledged))
                .orElse(Outlook.UNKNOWN);
    }

    private Outlook outlook(long version, long acknowledged, Standing standing) {
        var progress = standing.progress();
        var next = progress.mayReadOn() ? progress.taken() + 1 : 0;
        var outlook =
                new Outlook(version, acknowledged, next, standing.nextDue().orElse(Instant.MAX));
        var leftAlone = standing.health().notBefore();
        return leftAlone != null && leftAlone.isAfter(clock.instant()) ? outlook.notBefore(leftAlone) : outlook;
    }

    private boolean hasWork(String subscriber, Standing standing, Instant now) {
        return !standing.due(now).isEmpty()
                || standing.mayRepeat()
                || (standing.progress().mayReadOn()
                        && !feed.read(subscriber, standing.progress().taken(), 1)
                                .isEmpty());
    }

    private Outlook round(Endpoint endpoint, Kept claimed, long acknowledged) {
        var begin = claimed.standing();
        var done = rounds.make(endpoint, begin);
        var place = log.write(endpoint.subscriber(), begin.log(), done.attempts());
        var end = new Standing(done.progress(), done.health(), done.replay(), place);
        var saved = keep(claimed, end);
        // Whoever changes to the inbox finds there what it doesn't have yet.
        if (end.progress().brought() > begin.progress().brought()) {
            feed.acknowledge(endpoint.subscriber(), end.progress().brought());
        }
        if (saved.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        var outlook = outlook(
                saved.get().version(), Math.max(acknowledged, end.progress().brought()), end);
        var rest = done.restsUntil();
        if (rest != null) {
            return outlook.notBefore(rest);
        }
        if (end.equals(begin)) {
            return Outlook.UNKNOWN;
        }
        return done.more() || saved.get().asked().isPending() ? Outlook.AT_ONCE : outlook;
    }

    /**
     * The lease ends with the round: whichever copy comes next goes on, and only a crash makes the others wait. A
     * subscriber may have asked for a replay meanwhile, which stays; what has become of the round stays, too.
     */
    private Optional<Kept> keep(Kept claimed, Standing end) {
        var current = claimed;
        while (current.isSameLease(claimed)) {
            var saved = deliveries.save(current.with(end), me, clock.instant());
            if (saved.isPresent()) {
                return saved;
            }
            current = deliveries.find(claimed.subscriber());
        }
        return Optional.empty();
    }
}

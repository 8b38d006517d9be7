package org.parley.referral.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.parley.referral.delivery.Progress.Waiting;
import org.parley.referral.delivery.WebhookSender.Attempt;
import org.springframework.stereotype.Component;

/**
 * Brings one center its feed, one delivery at a time. What was delivered and what has to wait is kept after each round;
 * after a crash in between a delivery is repeated under the same id, by which its receiver knows it.
 */
@Component
class Courier {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final int PAGE = 20;

    private final String me = UUID.randomUUID().toString();
    private final Feed feed;
    private final Deliveries deliveries;
    private final WebhookSender sender;
    private final WebhookSettings settings;
    private final Clock clock;

    Courier(Feed feed, Deliveries deliveries, WebhookSender sender, WebhookSettings settings, Clock clock) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One round. Says whether there may be more to do at once.
     *
     * @param endpoint asked for when there is something to bring: one that was removed gets nothing more
     */
    boolean deliver(String center, Supplier<Optional<Endpoint>> endpoint) {
        var now = clock.instant();
        var kept = deliveries.find(center);
        var begin = kept.progress().acknowledged(feed.acknowledged(center));
        if (kept.isLeasedToOther(me, now) || !hasWork(center, begin, now)) {
            return false;
        }
        var target = endpoint.get();
        if (target.isEmpty()) {
            return false;
        }
        var claimed = deliveries.save(kept.with(begin), me, now.plus(LEASE));
        if (claimed.isEmpty()) {
            return false;
        }
        var end = round(target.get(), begin, now);
        // The lease ends with the round: whichever copy comes next goes on, and only a crash makes the others wait.
        return deliveries.save(claimed.get().with(end), me, clock.instant()).isPresent() && !end.equals(begin);
    }

    private boolean hasWork(String center, Progress progress, Instant now) {
        return !progress.due(now).isEmpty()
                || (progress.mayReadOn()
                        && !feed.read(center, progress.taken(), 1).isEmpty());
    }

    private Progress round(Endpoint endpoint, Progress begin, Instant now) {
        var progress = begin;
        var late = now.plus(ROUND);
        var due = begin.due(now).stream().mapToLong(Waiting::n);
        for (var entry : feed.read(endpoint.center(), due)) {
            var attempt = sender.send(endpoint, entry);
            if (attempt == Attempt.HELD_BACK || clock.instant().isAfter(late)) {
                return after(progress, entry, attempt);
            }
            progress = after(progress, entry, attempt);
        }
        for (var entry : feed.read(endpoint.center(), begin.taken(), PAGE)) {
            if (!progress.mayReadOn() || clock.instant().isAfter(late)) {
                return progress;
            }
            if (progress.hasWaiting(entry.referral())) {
                progress = progress.waits(new Waiting(entry.n(), entry.referral(), 0, now));
                continue;
            }
            var attempt = sender.send(endpoint, entry);
            if (attempt == Attempt.HELD_BACK) {
                return progress;
            }
            progress = after(progress, entry, attempt);
        }
        return progress;
    }

    private Progress after(Progress progress, FeedEntry entry, Attempt attempt) {
        return switch (attempt) {
            case TAKEN -> progress.delivered(entry.n());
            case HELD_BACK -> progress;
            case FAILED -> {
                var attempts = progress.attempts(entry.n()) + 1;
                var next = settings.next(attempts, clock.instant());
                yield progress.waits(new Waiting(entry.n(), entry.referral(), attempts, next));
            }
        };
    }
}

package org.parley.referral.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.referral.delivery.Progress.Waiting;

/**
 * How the deliveries to a subscriber stand: all that a round begins with and that is kept after it.
 *
 * @param replay what it asked for once more; of a referral, nothing later than that goes before it
 */
record Standing(Progress progress, Health health, Replay replay, DeliveryLog.Place log) {

    static final Standing NONE = new Standing(Progress.NONE, Health.UNKNOWN, Replay.NONE, DeliveryLog.Place.FIRST);

    Standing acknowledged(long upTo) {
        return new Standing(progress.acknowledged(upTo), health, replay, log);
    }

    Standing asked(Replay more) {
        return new Standing(progress, health, replay.and(more), log);
    }

    /** After a new registration what was known of the endpoint means nothing. */
    Standing at(Endpoint endpoint, Instant now) {
        return health.isOf(endpoint) ? this : new Standing(progress.afresh(now), Health.fresh(endpoint), replay, log);
    }

    /** What may be tried now, and is not behind a replay that has yet to come to it. */
    List<Waiting> due(Instant now) {
        return progress.due(now).stream()
                .filter(one -> replay.hasPassed(one.n()))
                .toList();
    }

    /** When the first of those comes that wait for their time only. */
    Optional<Instant> nextDue() {
        return due(Instant.MAX).stream().map(Waiting::next).min(Comparator.naturalOrder());
    }

    /** As {@link Progress#mayReadOn}, not counting what waits behind the replay itself. */
    boolean mayRepeat() {
        return replay.isPending()
                && progress.waiting().stream()
                                .filter(one -> replay.hasPassed(one.n()))
                                .count()
                        < Progress.MOST_WAITING;
    }
}

package org.parley.referral.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * How far the deliveries to a center's endpoint have come: everything up to {@code taken} was delivered, except what is
 * waiting. Of one referral nothing overtakes; other referrals go on.
 */
record Progress(long taken, List<Waiting> waiting) {

    /** More than this many are not left behind: then the feed is read on only when some have got through. */
    static final int MOST_WAITING = 100;

    static final Progress NONE = new Progress(0, List.of());

    /** @param attempts made so far; none when it only waits behind another of its referral */
    record Waiting(long n, UUID referral, int attempts, Instant next) {}

    Progress {
        waiting = List.copyOf(waiting);
    }

    /** What the center has acknowledged through its inbox needs no delivery. */
    Progress acknowledged(long upTo) {
        var left = waiting.stream().filter(one -> one.n() > upTo).toList();
        return upTo <= taken && left.size() == waiting.size() ? this : new Progress(Math.max(taken, upTo), left);
    }

    /** What may be tried now: of each referral the earliest, if its time has come. */
    List<Waiting> due(Instant now) {
        var seen = new HashSet<UUID>();
        return waiting.stream()
                .filter(one -> seen.add(one.referral()))
                .filter(one -> !one.next().isAfter(now))
                .toList();
    }

    boolean mayReadOn() {
        return waiting.size() < MOST_WAITING;
    }

    boolean hasWaiting(UUID referral) {
        return waiting.stream().anyMatch(one -> one.referral().equals(referral));
    }

    int attempts(long n) {
        return waiting.stream()
                .filter(one -> one.n() == n)
                .mapToInt(Waiting::attempts)
                .findFirst()
                .orElse(0);
    }

    Progress delivered(long n) {
        return new Progress(
                Math.max(taken, n), waiting.stream().filter(one -> one.n() != n).toList());
    }

    /** In the place of what was known of it, and in the order of the feed. */
    Progress waits(Waiting one) {
        var all = new ArrayList<>(delivered(one.n()).waiting());
        var at = 0;
        while (at < all.size() && all.get(at).n() < one.n()) {
            at++;
        }
        all.add(at, one);
        return new Progress(Math.max(taken, one.n()), all);
    }
}

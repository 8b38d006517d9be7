package org.parley.referral.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How far the deliveries to a subscriber's endpoint have come: everything up to {@code taken} was delivered, except
 * what is waiting and what was given up. Of one referral nothing overtakes; other referrals go on.
 *
 * @param left what was given up and waits in the inbox, until it is acknowledged there
 */
record Progress(long taken, List<Waiting> waiting, List<Long> left) {

    /** More than this many are not left behind: then the feed is read on only when some have got through. */
    static final int MOST_WAITING = 100;

    /** Who lets so much lie in the inbox has to look there first. */
    private static final int MOST_LEFT = 1_000;

    static final Progress NONE = new Progress(0, List.of(), List.of());

    /**
     * @param attempts made so far; none when it only waits behind another of its referral
     * @param again whether the subscriber asked to have it once more, whatever it has acknowledged
     */
    record Waiting(long n, UUID referral, int attempts, Instant next, boolean again) {}

    Progress {
        waiting = List.copyOf(waiting);
        // What was kept before there was such a list has none.
        left = left == null ? List.of() : List.copyOf(left);
    }

    /** What the subscriber has acknowledged through its inbox needs no delivery. */
    Progress acknowledged(long upTo) {
        var still =
                waiting.stream().filter(one -> one.again() || one.n() > upTo).toList();
        var stillLeft = left.stream().filter(n -> n > upTo).toList();
        return upTo <= taken && still.size() == waiting.size() && stillLeft.size() == left.size()
                ? this
                : new Progress(Math.max(taken, upTo), still, stillLeft);
    }

    /** Begins with all that waits as if it had not been tried: where it goes now it has not. */
    Progress afresh(Instant now) {
        return new Progress(
                taken,
                waiting.stream()
                        .map(one -> new Waiting(one.n(), one.referral(), 0, now, one.again()))
                        .toList(),
                left);
    }

    /** What may be tried now: of each referral the earliest, if its time has come. */
    List<Waiting> due(Instant now) {
        var seen = new HashSet<UUID>();
        return waiting.stream()
                .filter(one -> seen.add(one.referral()))
                .filter(one -> !one.next().isAfter(now))
                .toList();
    }

    /** Whether it got there once, whatever was asked for again since. */
    boolean wasDelivered(long n) {
        return n <= taken && !left.contains(n) && waiting.stream().noneMatch(one -> one.n() == n && !one.again());
    }

    boolean mayReadOn() {
        return waiting.size() < MOST_WAITING && left.size() < MOST_LEFT;
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
                Math.max(taken, n),
                waiting.stream().filter(one -> one.n() != n).toList(),
                left.stream().filter(one -> one != n).toList());
    }

    /** What came after it may go on, as if it had been delivered. */
    Progress givenUp(long n) {
        var after = delivered(n);
        return new Progress(
                after.taken,
                after.waiting,
                Stream.concat(after.left.stream(), Stream.of(n)).sorted().toList());
    }

    /** Up to here the subscriber has everything: what it reads in its inbox from now on begins after it. */
    long brought() {
        var open = LongStream.concat(
                waiting.stream().mapToLong(Waiting::n), left.stream().mapToLong(Long::longValue));
        return open.min().orElse(taken + 1) - 1;
    }

    /** In the place of what was known of it, and in the order of the feed. */
    Progress waits(Waiting one) {
        var all = new ArrayList<>(delivered(one.n()).waiting());
        var at = 0;
        while (at < all.size() && all.get(at).n() < one.n()) {
            at++;
        }
        all.add(at, one);
        return new Progress(Math.max(taken, one.n()), all, left);
    }
}

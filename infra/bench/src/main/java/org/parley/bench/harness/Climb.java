package org.parley.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A count that only rises, and when it was first seen where: the total on a dashboard, the documents of a chain.
 *
 * <p>The count does not say which unit raised it. So units are told by rank: the k-th that was meant to start has arrived
 * when the count has risen by k. The mean is that of the true latencies; where units overtake each other their spread
 * looks smaller than it is, for whoever is measured in this way.
 */
public final class Climb {

    private record Seen(long value, long nanos) {}

    private final List<Seen> seen = new ArrayList<>();

    /** Takes note of the count as it is now. */
    public synchronized void reached(long value) {
        var last = seen.isEmpty() ? -1 : seen.getLast().value();
        VoidRun.unless(value >= last, "a total fell from %d to %d", last, value);
        if (value > last) {
            seen.add(new Seen(value, System.nanoTime()));
        }
    }

    public synchronized long value() {
        return seen.isEmpty() ? 0 : seen.getLast().value();
    }

    /** Returns when the count is there; void when it does not come or goes beyond. */
    public void await(long value, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (value() < value) {
            VoidRun.unless(System.nanoTime() < until, "lost: %d is wanted and %d shown", value, value());
            LockSupport.parkNanos(5_000_000);
        }
        VoidRun.unless(value() == value, "doubled: %d is wanted and %d shown", value, value());
    }

    /**
     * Of units meant to start at these times, the count being at {@code base} before.
     *
     * @param intended in any order
     */
    public synchronized Latency latency(long base, List<Long> intended) {
        var starts = intended.stream().sorted().toList();
        var latency = new Latency();
        var at = 0;
        for (var rank = 1; rank <= starts.size(); rank++) {
            while (seen.get(at).value() < base + rank) {
                at++;
            }
            latency.add(seen.get(at).nanos() - starts.get(rank - 1));
        }
        return latency;
    }

    /** When the count was first seen there. */
    public synchronized long nanosAt(long value) {
        return seen.stream()
                .filter(one -> one.value() >= value)
                .findFirst()
                .orElseThrow()
                .nanos();
    }
}

package org.parley.bench.harness;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long things took, in milliseconds. Nothing of it for an empty one. */
public final class Latency {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LONGEST, DIGITS);

    public synchronized void add(long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, LONGEST));
    }

    synchronized void add(Histogram other) {
        histogram.add(other);
    }

    static Histogram histogram() {
        return new Histogram(LONGEST, DIGITS);
    }

    public synchronized long count() {
        return histogram.getTotalCount();
    }

    /** @param percentile 50 for the median */
    public synchronized double millis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    /** As figures {@code p50}, {@code p99} and {@code max}. */
    public Figures figures() {
        return Figures.of("p50", millis(50)).and("p99", millis(99)).and("max", millis(100));
    }
}

package org.parley.reporting;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The buckets of HdrHistogram with three significant digits: up to 2047 each value is its own, above a bucket is as wide
 * as a thousandth of its values at most. A bucket is known by the lowest value in it, so that counts of buckets can be
 * added up wherever they come from, and taken away again.
 */
public final class Buckets {

    private static final int DIGITS = 3;
    private static final Histogram EMPTY = new Histogram(DIGITS);

    private Buckets() {}

    /** @param value 0 or more */
    public static long of(long value) {
        return EMPTY.lowestEquivalentValue(value);
    }

    /** @param counts by bucket; one that is not above 0 is half of a correction whose other half is not read yet */
    static Histogram histogram(Map<Long, Long> counts) {
        var histogram = new Histogram(DIGITS);
        counts.forEach((bucket, count) -> {
            if (count > 0) {
                histogram.recordValueWithCount(bucket, count);
            }
        });
        return histogram;
    }

    /** The middle of the bucket in which that percentile lies. */
    static long at(Histogram histogram, int percent) {
        return histogram.medianEquivalentValue(histogram.getValueAtPercentile(percent));
    }
}

package org.parley.reporting;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What the cells of one row of an answer add up to. */
public final class Tally {

    private final Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    private final Map<Metric, Map<Long, Long>> buckets = new EnumMap<>(Metric.class);

    /** @param details values of the metric's own dimensions */
    public void add(Metric metric, List<String> details, long value) {
        if (metric.isDistribution()) {
            buckets.computeIfAbsent(metric, none -> new HashMap<>())
                    .merge(Long.valueOf(details.getFirst()), value, Long::sum);
        } else {
            counts.merge(metric, value, Long::sum);
        }
    }

    long of(Metric metric) {
        return counts.getOrDefault(metric, 0L);
    }

    Histogram histogram(Metric distribution) {
        return Buckets.histogram(buckets.getOrDefault(distribution, Map.of()));
    }
}

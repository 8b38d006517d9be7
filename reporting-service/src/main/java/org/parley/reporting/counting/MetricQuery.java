package org.parley.reporting.counting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.Scope;

/**
 * A question for a metric's figures.
 *
 * @param from first day, null for the beginning
 * @param to last day, included; null for the end
 */
public record MetricQuery(
        Metric metric,
        List<Dimension> by,
        Interval interval,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Scope scope) {

    public MetricQuery {
        by = List.copyOf(by);
    }

    boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}

package org.parley.reporting.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Measure;
import org.parley.reporting.Scope;

/**
 * A question for a measure's figures.
 *
 * @param from first day, null for the beginning
 * @param to last day, included; null for the end
 */
public record MetricQuery(
        Measure measure,
        List<Dimension> by,
        Interval interval,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Scope scope) {

    public MetricQuery {
        by = List.copyOf(by);
    }

    /** Whether one of its days may be asked for. */
    boolean includes(YearMonth month) {
        return (from == null || !month.isBefore(YearMonth.from(from)))
                && (to == null || !month.isAfter(YearMonth.from(to)));
    }

    boolean includes(StoredCell cell) {
        return (from == null || !cell.day().isBefore(from))
                && (to == null || !cell.day().isAfter(to));
    }
}

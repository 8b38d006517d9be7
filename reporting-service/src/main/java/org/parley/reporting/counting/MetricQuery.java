package org.parley.reporting.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Comparison;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Measure;
import org.parley.reporting.NewYork;
import org.parley.reporting.Scope;

/**
 * A question for a measure's figures.
 *
 * @param from first day, null for the beginning
 * @param to last day, included; null for the end
 * @param asOf only what was recorded by the end of that day; null for everything
 * @param comparison with which each row is shown, null for none; if all is one period, it has a first and a last day
 */
public record MetricQuery(
        Measure measure,
        List<Dimension> by,
        Interval interval,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        @Nullable Comparison comparison,
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
                && (to == null || !cell.day().isAfter(to))
                && (asOf == null || !cell.recorded().isAfter(asOf));
    }

    /** When the newest of what is asked for may have been recorded, of all that was until then. */
    Instant recorded(Instant newest) {
        if (asOf == null) {
            return newest;
        }
        var end = asOf.plusDays(1).atStartOfDay(NewYork.ZONE).toInstant();
        return newest.isBefore(end) ? newest : end;
    }
}

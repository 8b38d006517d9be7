package org.parley.reporting.counting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Amount;
import org.parley.reporting.Comparison;
import org.parley.reporting.Interval;
import org.parley.reporting.Tally;

/** The periods that those of a query are compared with. */
final class Earlier {

    private final MetricQuery query;
    private final Period back;

    private Earlier(MetricQuery query, Comparison comparison) {
        this.query = query;
        this.back = query.interval() == Interval.ALL
                ? comparison.back(requireNonNull(query.from()), requireNonNull(query.to()))
                : comparison.back(query.interval());
    }

    /** Null if nothing is compared. */
    static @Nullable Earlier than(MetricQuery query) {
        var comparison = query.comparison();
        return comparison == null ? null : new Earlier(query, comparison);
    }

    /** The same question for them. The ends of months stay ends of months. */
    MetricQuery query() {
        var from = query.from();
        var to = query.to();
        return new MetricQuery(
                query.measure(),
                query.by(),
                query.interval(),
                from == null ? null : from.minus(back),
                to == null ? null : before(to),
                query.asOf(),
                null,
                query.scope());
    }

    private LocalDate before(LocalDate to) {
        var next = to.plusDays(1);
        return next.getDayOfMonth() == 1 ? next.minus(back).minusDays(1) : to.minus(back);
    }

    /**
     * Each row with what it was; also those that are nothing now, up to the last period that was asked for, or else the
     * last one there is.
     */
    List<Reading.Row> beside(SortedMap<Sums.Key, Amount> now, Map<Sums.Key, Amount> then) {
        var nothing = query.measure().amount(new Tally());
        var last = last(now);
        var keys = new TreeSet<>(now.keySet());
        for (var key : then.keySet()) {
            var later = key.at(period(key.period(), true));
            // The 29th of February is the day before of no day a year later.
            if (before(later).equals(key) && later.period().compareTo(last) <= 0) {
                keys.add(later);
            }
        }
        var rows = new ArrayList<Reading.Row>(keys.size());
        for (var key : keys) {
            var before = before(key);
            rows.add(new Reading.Row(
                    key.period(),
                    key.values(),
                    now.getOrDefault(key, nothing),
                    new Reading.Before(before.period(), then.getOrDefault(before, nothing))));
        }
        return rows;
    }

    private String last(SortedMap<Sums.Key, Amount> now) {
        var to = query.to();
        if (to != null) {
            return query.interval().period(to);
        }
        return now.isEmpty() ? "" : now.lastKey().period();
    }

    private Sums.Key before(Sums.Key key) {
        return key.at(period(key.period(), false));
    }

    private String period(String period, boolean later) {
        if (query.interval() == Interval.ALL) {
            return period;
        }
        var first = LocalDate.parse(period);
        return (later ? first.plus(back) : first.minus(back)).toString();
    }
}

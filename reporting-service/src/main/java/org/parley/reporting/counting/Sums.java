package org.parley.reporting.counting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Amount;
import org.parley.reporting.Metric;
import org.parley.reporting.Tally;

/** The cells that answer a query, added up by row. */
final class Sums {

    /** What tells a row from the others; in the order of rows. */
    record Key(String period, List<String> values) implements Comparable<Key> {

        Key {
            values = List.copyOf(values);
        }

        Key at(String other) {
            return new Key(other, values);
        }

        @Override
        public int compareTo(Key other) {
            var order = period.compareTo(other.period);
            for (var i = 0; order == 0 && i < values.size(); i++) {
                order = values.get(i).compareTo(other.values.get(i));
            }
            return order;
        }
    }

    private final MetricQuery query;
    private final Map<Key, Tally> tallies = new HashMap<>();

    private Sums(MetricQuery query) {
        this.query = query;
    }

    /** Without rows that have nothing to tell. */
    static SortedMap<Key, Amount> of(MetricQuery query, Map<RollupId, Document> months) {
        var sums = new Sums(query);
        for (var metric : query.measure().counted()) {
            months.forEach((id, rollup) -> {
                if (id.group() == metric.group()) {
                    sums.add(metric, YearMonth.parse(id.span()), rollup);
                }
            });
        }
        var amounts = new TreeMap<Key, Amount>();
        sums.tallies.forEach((key, tally) -> amounts.put(key, query.measure().amount(tally)));
        amounts.values().removeIf(Amount::isNothing);
        return amounts;
    }

    private void add(Metric metric, YearMonth month, Document rollup) {
        rollup.get("cells", new Document()).forEach((name, metrics) -> {
            var fields = (Document) metrics;
            if (metric.details().isEmpty()) {
                add(metric, month, name, List.of(), fields.get(metric.word()));
            } else {
                fields.forEach((field, value) -> {
                    if (StoredCell.isSplit(metric, field)) {
                        add(metric, month, name, StoredCell.details(field), value);
                    }
                });
            }
        });
    }

    private void add(Metric metric, YearMonth month, String name, List<String> details, @Nullable Object number) {
        var value = FigurePlace.number(number);
        if (value == 0) {
            return;
        }
        var cell = StoredCell.parse(month, name);
        if (query.includes(cell) && query.scope().includes(metric.group(), cell.place())) {
            tallies.computeIfAbsent(key(metric, cell, details), none -> new Tally())
                    .add(metric, details, value);
        }
    }

    private Key key(Metric metric, StoredCell cell, List<String> details) {
        var all = new ArrayList<>(cell.place());
        all.addAll(details);
        return new Key(
                query.interval().period(cell.day()),
                query.by().stream()
                        .map(dimension -> all.get(metric.dimensions().indexOf(dimension)))
                        .toList());
    }
}

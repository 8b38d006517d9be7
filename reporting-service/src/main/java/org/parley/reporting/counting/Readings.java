package org.parley.reporting.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.parley.reporting.FieldNames;
import org.parley.reporting.Interval;
import org.springframework.stereotype.Component;

/** Figures added up from the rollups. What is read depends on the months asked for, not on how much was counted. */
@Component
public class Readings {

    private static final int FIRST_VALUE = 2;

    private final Rollups rollups;

    Readings(Rollups rollups) {
        this.rollups = rollups;
    }

    public Reading read(MetricQuery query) {
        var totals = rollups.find(RollupId.everywhere(query.metric().group(), RollupId.ALL), "fence", "asOf", "months");
        var months = rollups.find(months(query, totals.values()), "fence", "cells");
        var sums = new HashMap<List<String>, Long>();
        months.forEach((id, rollup) -> add(query, YearMonth.parse(id.span()), rollup, sums));
        var asOf = totals.values().stream().map(Rollups::asOf).max(Comparator.naturalOrder());
        return new Reading(asOf.orElse(null), tag(query, totals, months), rows(query, sums));
    }

    /** The tag that an answer would have now, without adding anything up. */
    public String tag(MetricQuery query) {
        var totals = rollups.find(RollupId.everywhere(query.metric().group(), RollupId.ALL), "fence", "months");
        return tag(query, totals, rollups.find(months(query, totals.values()), "fence"));
    }

    /** The rollups over all time know which months there are. */
    private static Collection<RollupId> months(MetricQuery query, Collection<Document> totals) {
        var spans = new TreeSet<String>();
        totals.forEach(
                rollup -> spans.addAll(rollup.get("months", new Document()).keySet()));
        var from = query.from();
        var to = query.to();
        spans.removeIf(span -> from != null && YearMonth.parse(span).isBefore(YearMonth.from(from)));
        spans.removeIf(span -> to != null && YearMonth.parse(span).isAfter(YearMonth.from(to)));
        return spans.stream()
                .flatMap(span -> RollupId.everywhere(query.metric().group(), span).stream())
                .toList();
    }

    private static void add(MetricQuery query, YearMonth month, Document rollup, Map<List<String>, Long> sums) {
        var group = query.metric().group();
        rollup.get("cells", new Document()).forEach((name, metrics) -> {
            var value =
                    FigurePlace.number(((Document) metrics).get(query.metric().word()));
            if (value == 0) {
                return;
            }
            var parts = name.split("\\|", -1);
            var day = month.atDay(Integer.parseInt(parts[0]));
            var values = Arrays.stream(parts, FIRST_VALUE, parts.length)
                    .map(FieldNames::plain)
                    .toList();
            if (query.includes(day) && query.scope().includes(group, values)) {
                sums.merge(key(query, day, values), value, Long::sum);
            }
        });
    }

    private static List<String> key(MetricQuery query, LocalDate day, List<String> values) {
        var key = new ArrayList<String>();
        key.add(query.interval().period(day));
        query.by()
                .forEach(dimension ->
                        key.add(values.get(query.metric().group().dimensions().indexOf(dimension))));
        return key;
    }

    private static List<Reading.Row> rows(MetricQuery query, Map<List<String>, Long> sums) {
        var rows = new TreeMap<List<String>, Long>(Readings::compare);
        rows.putAll(sums);
        rows.values().removeIf(value -> value == 0);
        if (query.by().isEmpty() && query.interval() == Interval.ALL) {
            // The total is always an answer, be it nothing.
            rows.putIfAbsent(List.of(Interval.ALL.word()), 0L);
        }
        return rows.entrySet().stream()
                .map(row -> new Reading.Row(
                        row.getKey().getFirst(),
                        row.getKey().subList(1, row.getKey().size()),
                        row.getValue()))
                .toList();
    }

    private static int compare(List<String> one, List<String> other) {
        for (var i = 0; i < one.size(); i++) {
            var order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String tag(MetricQuery query, Map<RollupId, Document> totals, Map<RollupId, Document> months) {
        var read = new TreeSet<String>();
        totals.forEach((id, rollup) -> read.add(id.text() + "=" + rollup.getString("fence")));
        months.forEach((id, rollup) -> read.add(id.text() + "=" + rollup.getString("fence")));
        return Digest.of(query + " " + query.metric().version() + " " + read);
    }
}

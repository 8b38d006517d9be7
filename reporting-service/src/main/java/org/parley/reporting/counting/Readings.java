package org.parley.reporting.counting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.parley.reporting.Interval;
import org.parley.reporting.MetricGroup;
import org.parley.reporting.Tally;
import org.springframework.stereotype.Component;

/** Figures added up from the rollups. What is read depends on the months asked for, not on how much was counted. */
@Component
public class Readings {

    private final Rollups rollups;

    Readings(Rollups rollups) {
        this.rollups = rollups;
    }

    public Reading read(MetricQuery query) {
        var totals = rollups.find(totals(query), "fence", "asOf", "months");
        var months = rollups.find(months(query, totals), "fence", "cells");
        var asOf = totals.values().stream()
                .map(Rollups::asOf)
                .max(Comparator.naturalOrder())
                .map(query::recorded);
        return new Reading(asOf.orElse(null), tag(query, totals, months), rows(query, months));
    }

    /** The tag that an answer would have now, without adding anything up. */
    public String tag(MetricQuery query) {
        var totals = rollups.find(totals(query), "fence", "months");
        return tag(query, totals, rollups.find(months(query, totals), "fence"));
    }

    private static List<RollupId> totals(MetricQuery query) {
        return everywhere(query.measure().groups(), List.of(RollupId.ALL));
    }

    /** The rollups over all time know which months there are. */
    private static List<RollupId> months(MetricQuery query, Map<RollupId, Document> totals) {
        var spans = new TreeSet<String>();
        totals.values()
                .forEach(rollup ->
                        spans.addAll(rollup.get("months", new Document()).keySet()));
        var earlier = Earlier.than(query);
        spans.removeIf(span -> !query.includes(YearMonth.parse(span))
                && (earlier == null || !earlier.query().includes(YearMonth.parse(span))));
        return everywhere(query.measure().groups(), spans);
    }

    private static List<RollupId> everywhere(Collection<MetricGroup> groups, Collection<String> spans) {
        return groups.stream()
                .flatMap(group -> spans.stream().flatMap(span -> RollupId.everywhere(group, span).stream()))
                .toList();
    }

    private static List<Reading.Row> rows(MetricQuery query, Map<RollupId, Document> months) {
        var amounts = Sums.of(query, months);
        if (query.by().isEmpty() && query.interval() == Interval.ALL) {
            // The total is always an answer, be it nothing.
            amounts.putIfAbsent(
                    new Sums.Key(Interval.ALL.word(), List.of()),
                    query.measure().amount(new Tally()));
        }
        var earlier = Earlier.than(query);
        if (earlier != null) {
            return earlier.beside(amounts, Sums.of(earlier.query(), months));
        }
        var rows = new ArrayList<Reading.Row>(amounts.size());
        amounts.forEach((key, amount) -> rows.add(new Reading.Row(key.period(), key.values(), amount)));
        return rows;
    }

    private static String tag(MetricQuery query, Map<RollupId, Document> totals, Map<RollupId, Document> months) {
        var read = new TreeSet<String>();
        totals.forEach((id, rollup) -> read.add(id.text() + "=" + rollup.getString("fence")));
        months.forEach((id, rollup) -> read.add(id.text() + "=" + rollup.getString("fence")));
        return Digest.of(query + " " + query.measure().version() + " " + read);
    }
}

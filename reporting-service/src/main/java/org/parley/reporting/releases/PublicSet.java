package org.parley.reporting.releases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.MetricGroup;
import org.parley.reporting.counting.Cut;

/**
 * Every table of a release.
 *
 * @param editions by the first day of their period
 */
record PublicSet(Map<PublicTable, SortedMap<LocalDate, Edition>> editions) {

    static final PublicSet NONE = new PublicSet(Map.of());

    PublicSet {
        editions = Map.copyOf(editions);
    }

    /**
     * What the next release says: periods that are new in it as they were counted by now, and of the others what may be
     * told of their corrections.
     */
    PublicSet next(Map<MetricGroup, Cut> counted, List<Quarter> quarters, Suppression suppression) {
        var next = new EnumMap<PublicTable, SortedMap<LocalDate, Edition>>(PublicTable.class);
        // A split shows no more metrics than the total does, so totals go first.
        Arrays.stream(PublicTable.values())
                .sorted(Comparator.comparingInt(PublicTable::levels))
                .forEach(table -> next.put(table, next(table, counted, quarters, suppression, next)));
        return new PublicSet(next);
    }

    private SortedMap<LocalDate, Edition> next(
            PublicTable table,
            Map<MetricGroup, Cut> counted,
            List<Quarter> quarters,
            Suppression suppression,
            Map<PublicTable, SortedMap<LocalDate, Edition>> totals) {
        var known = editions.getOrDefault(table, Collections.emptySortedMap());
        var next = new TreeMap<>(known);
        var cut = counted.get(table.group());
        for (var quarter : quarters) {
            var parts = parts(table, quarter);
            if (cut == null || parts.isEmpty()) {
                continue;
            }
            var period = parts.getFirst().firstDay();
            var leaves = leaves(table, parts, cut);
            var old = known.get(period);
            next.put(
                    period,
                    old != null
                            ? old.restated(table, leaves, suppression.fewest())
                            : Edition.first(table, leaves, most(table, parts, totals), suppression));
        }
        return next;
    }

    /** The quarters of the period that ends with this one; none if the table's periods don't. */
    private static List<Quarter> parts(PublicTable table, Quarter quarter) {
        if (table.interval() == Interval.QUARTER) {
            return List.of(quarter);
        }
        return quarter.endsYear() ? quarter.yearsQuarters() : List.of();
    }

    private static Map<List<String>, Counts> leaves(PublicTable table, List<Quarter> quarters, Cut cut) {
        var dimensions = table.group().dimensions();
        var leaves = new HashMap<List<String>, Counts>();
        if (table.levels() == 0) {
            leaves.put(List.of(), Counts.none(table.metrics().size()));
        }
        quarters.stream()
                .flatMap(quarter -> quarter.months().stream())
                .forEach(month -> cut.cells().getOrDefault(month, Map.of()).forEach((values, cell) -> {
                    var path = table.dimensions().stream()
                            .map(dimension -> values.get(dimensions.indexOf(dimension)))
                            .toList();
                    var counts = new Counts(table.metrics().stream()
                            .map(metric -> cell.getOrDefault(metric, 0L))
                            .toList());
                    leaves.merge(path, counts, Counts::plus);
                }));
        return leaves;
    }

    private static int most(
            PublicTable table, List<Quarter> quarters, Map<PublicTable, SortedMap<LocalDate, Edition>> totals) {
        if (table.levels() == 0) {
            return table.metrics().size();
        }
        var most = 0;
        while (most < table.metrics().size() && isShown(table.metrics().get(most), quarters, totals)) {
            most++;
        }
        return most;
    }

    private static boolean isShown(
            Metric metric, List<Quarter> quarters, Map<PublicTable, SortedMap<LocalDate, Edition>> totals) {
        var table = PublicTable.totalOf(metric);
        var total = totals.getOrDefault(table, Collections.emptySortedMap());
        return quarters.stream()
                .map(quarter -> total.get(LocalDate.parse(table.interval().period(quarter.firstDay()))))
                .allMatch(edition -> edition != null
                        && edition.shown(table, List.of(), table.metrics().indexOf(metric)) != null);
    }

    /**
     * What is answered, place by place in the order of time; where there was nothing in a period stands a zero. A period of
     * which nothing can be told is left out as a whole.
     */
    List<PublicRow> rows(PublicTable.Offer offer, Interval interval) {
        var periods = editions.getOrDefault(offer.table(), Collections.emptySortedMap());
        var places = new TreeSet<>(Suppression.ORDER);
        periods.values().stream()
                .filter(edition -> edition.tells(offer.table(), offer.index()))
                .forEach(edition -> places.addAll(edition.places(offer.level())));
        var answered = new TreeMap<String, List<Edition>>();
        periods.forEach((day, edition) -> answered.computeIfAbsent(interval.period(day), none -> new ArrayList<>())
                .add(edition));
        if (interval != offer.table().interval()) {
            answered.values().removeIf(quarters -> quarters.size() < Quarter.IN_A_YEAR);
        }
        answered.values()
                .removeIf(parts -> !parts.stream().allMatch(edition -> edition.tells(offer.table(), offer.index())));
        return answered.entrySet().stream()
                .flatMap(period -> places.stream()
                        .map(place -> new PublicRow(period.getKey(), place, shown(offer, place, period.getValue()))))
                .toList();
    }

    /** A year is shown when each of its quarters is: it says no more than they do. */
    private static @Nullable Long shown(PublicTable.Offer offer, List<String> place, List<Edition> parts) {
        var shown = parts.stream()
                .map(edition -> edition.shown(offer.table(), place, offer.index()))
                .toList();
        return shown.contains(null)
                ? null
                : Long.valueOf(shown.stream().mapToLong(Long::longValue).sum());
    }
}

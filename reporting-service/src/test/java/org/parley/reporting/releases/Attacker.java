package org.parley.reporting.releases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;

/**
 * Takes everything public of every release, knows how it hangs together (sums, parts of parts, that what is hidden stays as
 * it was), and looks with linear programs for the least and the most that each suppressed number may be.
 */
final class Attacker {

    /** A number somewhere in the public set. */
    record Place(PublicTable table, Metric metric, String period, List<String> path) {}

    /** Between these lies a number that is suppressed; the most may be infinite. */
    record Range(double least, double most) {}

    /** A sum, with ones and minus ones, is a value or is at most a value. */
    private record Equation(Map<Place, Integer> sum, boolean isEqual, long value) {}

    private final Set<Place> unknown = new HashSet<>();
    private final List<Equation> known = new ArrayList<>();
    private final Map<Place, Long> shownLast = new HashMap<>();
    private final List<String> smallChanges = new ArrayList<>();
    private final int fewest;

    Attacker(int fewest) {
        this.fewest = fewest;
    }

    /** Figures of the last release that were shown in the one before, and differ by a few only. */
    List<String> smallChanges() {
        return smallChanges;
    }

    int suppressed() {
        return unknown.size();
    }

    /** @param before the release before, or {@link PublicSet#NONE} */
    void reads(PublicSet release, PublicSet before) {
        var rows = new LinkedHashMap<Place, @Nullable Long>();
        for (var metric : PublicTable.allMetrics()) {
            for (var offer : PublicTable.offers(metric)) {
                release.rows(offer, offer.table().interval())
                        .forEach(row ->
                                rows.put(new Place(offer.table(), metric, row.period(), row.values()), row.value()));
            }
        }
        rows.forEach((place, value) -> {
            if (value == null) {
                unknown.add(place);
            } else {
                notice(place, value);
            }
        });
        rows.keySet().forEach(place -> {
            add(rows, place);
            narrow(rows, place);
        });
        wholes(rows, release, before);
        years(rows, release);
    }

    private void notice(Place place, long value) {
        var last = shownLast.put(place, value);
        if (last != null && last != value && Math.abs(last - value) < fewest) {
            smallChanges.add(place + " was " + last + " and is " + value);
        }
    }

    /** A borough is the sum of its commands. */
    private void add(Map<Place, @Nullable Long> rows, Place place) {
        if (place.table().levels() == 2 && place.path().size() == 1) {
            var parts = rows.keySet().stream()
                    .filter(one -> one.table() == place.table()
                            && one.metric() == place.metric()
                            && one.period().equals(place.period())
                            && one.path().size() == 2
                            && one.path().subList(0, 1).equals(place.path()))
                    .toList();
            if (!parts.isEmpty()) {
                know(rows, parts, List.of(place), true, 0);
            }
        }
    }

    /** A metric counts some of what the one before it counts; the first, where even the total is hidden, is small. */
    private void narrow(Map<Place, @Nullable Long> rows, Place place) {
        var at = place.table().metrics().indexOf(place.metric());
        if (at > 0) {
            var wider = new Place(place.table(), place.table().metrics().get(at - 1), place.period(), place.path());
            if (rows.containsKey(wider)) {
                know(rows, List.of(place), List.of(wider), false, 0);
            }
        } else if (place.table().levels() == 0 && rows.get(place) == null) {
            know(rows, List.of(place), List.of(), false, fewest - 1L);
        }
    }

    /** When a period is first released, each split of it adds up to its total. */
    private void wholes(Map<Place, @Nullable Long> rows, PublicSet release, PublicSet before) {
        release.editions()
                .forEach((table, editions) -> editions.forEach((day, edition) -> {
                    var isNew = !before.editions()
                            .getOrDefault(table, new TreeMap<>())
                            .containsKey(day);
                    for (var metric : table.metrics()) {
                        var parts = rows.keySet().stream()
                                .filter(one -> one.table() == table
                                        && one.metric() == metric
                                        && one.period().equals(day.toString())
                                        && one.path().size() == 1)
                                .toList();
                        if (isNew && !parts.isEmpty()) {
                            var total = new Place(PublicTable.totalOf(metric), metric, day.toString(), List.of());
                            var year = release.rows(PublicTable.offers(metric).getFirst(), Interval.YEAR).stream()
                                    .anyMatch(row -> row.period().equals(day.toString()) && row.value() != null);
                            if (table.interval() == PublicTable.totalOf(metric).interval()) {
                                know(rows, parts, List.of(total), true, 0);
                            } else if (year) {
                                // More than is public: what was corrected in the quarters meanwhile is in this sum.
                                var sum = Counts.sum(
                                        edition.leaves().values(),
                                        table.metrics().size());
                                know(
                                        rows,
                                        parts,
                                        List.of(),
                                        true,
                                        sum.of(table.metrics().indexOf(metric)));
                            }
                        }
                    }
                }));
    }

    private void years(Map<Place, @Nullable Long> rows, PublicSet release) {
        for (var metric : PublicTable.allMetrics()) {
            for (var offer : PublicTable.offers(metric)) {
                if (offer.table().interval() == Interval.QUARTER) {
                    for (var row : release.rows(offer, Interval.YEAR)) {
                        var year = Quarter.of(java.time.LocalDate.parse(row.period()));
                        var quarters = year.yearsQuarters().stream()
                                .map(quarter -> new Place(
                                        offer.table(),
                                        metric,
                                        quarter.firstDay().toString(),
                                        row.values()))
                                .toList();
                        if (row.value() != null) {
                            know(rows, quarters, List.of(), true, row.value());
                        }
                    }
                }
            }
        }
    }

    /** Some less others is, or is at most, a value. What is shown goes to the other side. */
    private void know(
            Map<Place, @Nullable Long> rows,
            Collection<Place> some,
            Collection<Place> others,
            boolean isEqual,
            long value) {
        var sum = new HashMap<Place, Integer>();
        var rest = value;
        for (var place : some) {
            var shown = rows.get(place);
            if (shown == null) {
                sum.merge(place, 1, Integer::sum);
            } else {
                rest -= shown;
            }
        }
        for (var place : others) {
            var shown = rows.get(place);
            if (shown == null) {
                sum.merge(place, -1, Integer::sum);
            } else {
                rest += shown;
            }
        }
        if (!sum.isEmpty()) {
            known.add(new Equation(sum, isEqual, rest));
        }
    }

    /** What ties a number to others. */
    List<String> about(Place place) {
        return components().stream()
                .filter(together -> together.contains(place))
                .flatMap(together -> Set.copyOf(known).stream()
                        .filter(equation -> together.containsAll(equation.sum().keySet())))
                .map(equation -> equation.sum() + (equation.isEqual() ? " = " : " <= ") + equation.value())
                .toList();
    }

    /** What each suppressed number may be, whatever the others are. */
    Map<Place, Range> ranges() {
        var ranges = new HashMap<Place, Range>();
        for (var together : components()) {
            var places = List.copyOf(together);
            var program = new LinearProgram(
                    places.size(),
                    Set.copyOf(known).stream()
                            .filter(equation ->
                                    together.containsAll(equation.sum().keySet()))
                            .map(equation -> constraint(equation, places))
                            .toList());
            for (var i = 0; i < places.size(); i++) {
                ranges.put(places.get(i), new Range(1 + program.least(i), 1 + program.most(i)));
            }
        }
        return ranges;
    }

    /** Each is one or more, so the program is about what is above one. */
    private static LinearProgram.Constraint constraint(Equation equation, List<Place> places) {
        var factors = places.stream()
                .mapToInt(place -> equation.sum().getOrDefault(place, 0))
                .toArray();
        return new LinearProgram.Constraint(
                factors,
                equation.isEqual(),
                equation.value() - Arrays.stream(factors).sum());
    }

    /** Numbers that no equation ties together are attacked apart. */
    private Collection<Set<Place>> components() {
        var of = new HashMap<Place, Set<Place>>();
        unknown.forEach(place -> of.put(place, new HashSet<>(Set.of(place))));
        for (var equation : known) {
            var all = new HashSet<Place>();
            equation.sum().keySet().forEach(place -> all.addAll(of.getOrDefault(place, Set.of(place))));
            all.forEach(place -> of.put(place, all));
        }
        return new HashSet<>(of.values());
    }
}

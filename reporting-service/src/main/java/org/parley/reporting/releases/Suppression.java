package org.parley.reporting.releases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which counts of a table must not be shown, and which others, so that nobody can compute them. `infra/RATIONALE.md` has
 * the proof; in short: what is hidden of one sum can be dealt out anew among those that are hidden of it, from one to ten
 * to each, and nothing that is shown would change.
 *
 * @param fewest the smallest count that is shown, beside zero
 */
record Suppression(int fewest) {

    /** In the order of the codes: an order by size would say something of the sizes. */
    static final Comparator<List<String>> ORDER = Comparator.comparing(path -> String.join("\0", path));

    /**
     * @param metrics how many of the table's metrics are split at all
     * @param hidden the places that show none of them; what lies below such a place doesn't either
     */
    record Pattern(int metrics, Set<List<String>> hidden) {
        Pattern {
            hidden = Set.copyOf(hidden);
        }
    }

    /**
     * A metric whose total is hidden is not split, nor is one that can't be split safely: then not even zeros are told.
     *
     * @param most how many metrics the total shows
     */
    Pattern pattern(PublicTable table, SortedMap<List<String>, Counts> leaves, int most) {
        var safe = Counts.sum(leaves.values(), table.metrics().size()).safeMetrics(most, fewest);
        for (var metrics = safe; metrics > 0 && table.levels() > 0; metrics--) {
            var hidden = hidden(table, leaves, metrics);
            if (hidden.isPresent()) {
                return new Pattern(metrics, hidden.get());
            }
        }
        return new Pattern(table.levels() == 0 ? safe : 0, Set.of());
    }

    /** Empty when the total would give them away, whatever is hidden. */
    private Optional<Set<List<String>>> hidden(PublicTable table, SortedMap<List<String>, Counts> leaves, int metrics) {
        var places = below(leaves, 1);
        var hidden = new HashSet<List<String>>();
        var inside = new HashSet<List<String>>();
        if (table.levels() == 2) {
            places.forEach((place, ofIt) -> {
                var group = group(below(ofIt, 2), Math.min(metrics, table.metricsAt(2)), Set.of());
                group.ifPresentOrElse(inside::addAll, () -> hidden.add(place));
            });
        }
        return group(places, metrics, hidden).map(outside -> {
            inside.removeIf(path -> outside.contains(path.subList(0, 1)));
            inside.addAll(outside);
            return inside;
        });
    }

    static SortedMap<List<String>, SortedMap<List<String>, Counts>> below(Map<List<String>, Counts> leaves, int level) {
        var places = new TreeMap<List<String>, SortedMap<List<String>, Counts>>(ORDER);
        leaves.forEach((path, counts) -> {
            if (path.size() >= level) {
                places.computeIfAbsent(path.subList(0, level), none -> new TreeMap<>(ORDER))
                        .put(path, counts);
            }
        });
        return places;
    }

    /** Those of one sum that have to be hidden: the small ones, and as many others as it takes. Empty when all are too few. */
    private Optional<Set<List<String>>> group(
            SortedMap<List<String>, SortedMap<List<String>, Counts>> places, int metrics, Set<List<String>> forced) {
        var hidden = new LinkedHashMap<List<String>, Collection<Counts>>();
        var others = new ArrayDeque<List<String>>();
        places.forEach((place, leaves) -> {
            var counts = sum(leaves.values());
            if (forced.contains(place) || !counts.areSafe(metrics, fewest)) {
                hidden.put(place, leaves.values());
            } else if (counts.reach(metrics) > 0) {
                others.add(place);
            }
        });
        while (!hidden.isEmpty() && !covers(hidden.values(), metrics)) {
            if (others.isEmpty()) {
                return Optional.empty();
            }
            var next = others.remove();
            hidden.put(next, places.getOrDefault(next, new TreeMap<>()).values());
        }
        return Optional.of(Set.copyOf(hidden.keySet()));
    }

    /**
     * Whether so much is hidden together that each may be anything from one to ten. That there is something in a place,
     * and of which metrics, everybody can see by its zeros; so each place keeps one that says so. The others could be
     * anywhere, and must be as many as it takes to make ten of one, at two places that could have them.
     */
    private boolean covers(Collection<Collection<Counts>> hidden, int metrics) {
        var leaves = new ArrayList<Counts>();
        hidden.forEach(leaves::addAll);
        var top = leaves.stream().mapToInt(leaf -> leaf.reach(metrics)).max().orElse(0);
        if (hidden.stream().filter(place -> sum(place).reach(metrics) == top).count() < 2) {
            return false;
        }
        for (var reach = 1; reach <= top; reach++) {
            var metric = reach - 1;
            var level = reach;
            var keepOne =
                    leaves.stream().filter(leaf -> leaf.reach(metrics) == level).count();
            var all = leaves.stream()
                    .mapToLong(leaf -> leaf.only(metric, metrics))
                    .sum();
            if (keepOne > 0 && all - keepOne < fewest - 2) {
                return false;
            }
        }
        return IntStream.range(0, top)
                .allMatch(metric -> leavesRoom(hidden, places -> places.of(metric))
                        && leavesRoom(hidden, places -> places.only(metric, metrics)));
    }

    /**
     * Who knows this method knows, where only small ones are hidden, that all of them are: two that add up to twenty are ten
     * each. Then there must be room at that end, too.
     */
    private boolean leavesRoom(Collection<Collection<Counts>> hidden, ToLongFunction<Counts> count) {
        var some = hidden.stream()
                .mapToLong(place -> count.applyAsLong(sum(place)))
                .filter(value -> value != 0)
                .toArray();
        var areSmall = LongStream.of(some).allMatch(value -> value < fewest);
        return some.length == 0
                || !areSmall
                || some.length * (fewest - 1L) - LongStream.of(some).sum() >= (fewest - 1) / 2;
    }

    private static Counts sum(Collection<Counts> some) {
        return Counts.sum(some, some.iterator().next().values().size());
    }
}

package org.parley.reporting.releases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of one period as a release counts it. What is hidden is decided when the period is first released and counted
 * then; later releases correct only what is shown, and only by nobody or by enough.
 *
 * @param leaves by the values of all of the table's dimensions
 */
record Edition(SortedMap<List<String>, Counts> leaves, Suppression.Pattern pattern) {

    Edition {
        leaves = sorted(leaves);
    }

    /** @param most how many metrics the total shows */
    static Edition first(PublicTable table, Map<List<String>, Counts> counted, int most, Suppression suppression) {
        var leaves = sorted(counted);
        return new Edition(leaves, suppression.pattern(table, leaves, most));
    }

    private static SortedMap<List<String>, Counts> sorted(Map<List<String>, Counts> leaves) {
        var sorted = new TreeMap<List<String>, Counts>(Suppression.ORDER);
        sorted.putAll(leaves);
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** The same with what was corrected meanwhile, as far as that may be told. */
    Edition restated(PublicTable table, Map<List<String>, Counts> counted, int fewest) {
        if (pattern.metrics() == 0) {
            return this;
        }
        var changed = new HashMap<List<String>, Counts>();
        var paths = new TreeSet<>(Suppression.ORDER);
        paths.addAll(leaves.keySet());
        paths.addAll(counted.keySet());
        for (var path : paths) {
            var old = at(path, table);
            var now = old.withFirst(
                    pattern.metrics(),
                    counted.getOrDefault(path, Counts.none(old.values().size())));
            var metrics = Math.min(pattern.metrics(), table.metricsAt(table.levels()));
            if (!isHidden(path) && mayChange(old, now, metrics, fewest)) {
                changed.put(path, now);
            }
        }
        if (table.levels() == 2) {
            Suppression.below(changed, 1).forEach((place, ofIt) -> {
                var old = sum(place, table);
                var now = old;
                for (var one : ofIt.entrySet()) {
                    now = now.plus(one.getValue().minus(at(one.getKey(), table)));
                }
                if (!mayChange(old, now, pattern.metrics(), fewest)) {
                    changed.keySet().removeAll(ofIt.keySet());
                }
            });
        }
        var restated = new HashMap<>(leaves);
        restated.putAll(changed);
        return new Edition(sorted(restated), pattern);
    }

    private static boolean mayChange(Counts old, Counts now, int metrics, int fewest) {
        // What is hidden stays as it was, so it may have become more than what it is a part of.
        return now.areSafe(metrics, fewest) && now.minus(old).areSafeAsChange(metrics, fewest) && now.isNested();
    }

    /** Null when it must not be known. */
    @Nullable
    Long shown(PublicTable table, List<String> path, int metric) {
        var value = sum(path, table).of(metric);
        return value == 0 || (metric < pattern.metrics() && !isHidden(path)) ? value : null;
    }

    /** Whether anything may be said of a metric, even that there was nothing. */
    boolean tells(PublicTable table, int metric) {
        return table.levels() == 0 || metric < pattern.metrics();
    }

    /** Every place of a level that there is something of, or was. */
    Set<List<String>> places(int level) {
        return Suppression.below(leaves, level).keySet();
    }

    private Counts at(List<String> path, PublicTable table) {
        return leaves.getOrDefault(path, Counts.none(table.metrics().size()));
    }

    private Counts sum(List<String> place, PublicTable table) {
        var below = new ArrayList<Counts>();
        leaves.forEach((path, counts) -> {
            if (path.subList(0, place.size()).equals(place)) {
                below.add(counts);
            }
        });
        return Counts.sum(below, table.metrics().size());
    }

    private boolean isHidden(List<String> path) {
        return IntStream.rangeClosed(1, path.size())
                .anyMatch(level -> pattern.hidden().contains(path.subList(0, level)));
    }
}

package org.parley.reporting.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whoever knows how it is decided what is hidden can try every city there may be, and see which of them would look like
 * this one. In small cities that is done here, all of it: no suppressed number is the same in all that look alike.
 */
class MethodKnownTest {

    /** As eleven, but with fewer cities to try. */
    private static final int FEWEST = 5;

    private static final Suppression SUPPRESSION = new Suppression(FEWEST);

    @Test
    void ofOneDimension() {
        var places = List.of(List.of("A"), List.of("B"), List.of("C"), List.of("D"));
        attack(PublicTable.REFERRALS_BY_TYPE, places, counts(2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), 8);
    }

    @Test
    void ofCommandsInBoroughs() {
        var places = List.of(List.of("A", "1"), List.of("A", "2"), List.of("B", "3"), List.of("B", "4"));
        attack(PublicTable.CERTIFICATES_BY_PLACE, places, counts(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 8);
    }

    /** Each number is all there is of each metric. */
    private static List<Counts> counts(int metrics, long... values) {
        return LongStream.of(values)
                .mapToObj(value -> new Counts(
                        IntStream.range(0, metrics).mapToObj(i -> value).toList()))
                .toList();
    }

    /** @param most cities with a larger number are only there so that others are not alone for want of them */
    private static void attack(PublicTable table, List<List<String>> places, List<Counts> values, long most) {
        var alike = new HashMap<List<@Nullable Long>, List<Set<Long>>>();
        var judged = new HashSet<List<@Nullable Long>>();
        for (var city : cities(places.size(), values)) {
            var leaves = new TreeMap<List<String>, Counts>(Suppression.ORDER);
            IntStream.range(0, places.size()).forEach(i -> leaves.put(places.get(i), city.get(i)));
            var numbers = numbers(table, leaves);
            var shown = shown(table, leaves, numbers);
            var seen = alike.computeIfAbsent(
                    shown,
                    none -> numbers.values().stream()
                            .map(value -> (Set<Long>) new HashSet<Long>())
                            .toList());
            var i = 0;
            for (var number : numbers.values()) {
                seen.get(i++).add(number);
            }
            if (city.stream().allMatch(counts -> counts.of(0) <= most)) {
                judged.add(shown);
            }
        }
        assertThat(judged).anyMatch(shown -> shown.contains(null));
        judged.forEach(shown -> IntStream.range(0, shown.size())
                .filter(i -> shown.get(i) == null)
                .forEach(i -> assertThat(alike.get(shown).get(i))
                        .as("number %d of %s", i, shown)
                        .hasSizeGreaterThan(1)));
    }

    private static List<List<Counts>> cities(int places, List<Counts> values) {
        var cities = List.<List<Counts>>of(List.of());
        for (var i = 0; i < places; i++) {
            var longer = new ArrayList<List<Counts>>();
            for (var city : cities) {
                for (var value : values) {
                    longer.add(IntStream.rangeClosed(0, city.size())
                            .mapToObj(at -> at < city.size() ? city.get(at) : value)
                            .toList());
                }
            }
            cities = longer;
        }
        return cities;
    }

    /** The total of each metric, and what each place has of it, as it is. */
    private static Map<String, Long> numbers(PublicTable table, TreeMap<List<String>, Counts> leaves) {
        var numbers = new TreeMap<String, Long>();
        for (var metric = 0; metric < table.metrics().size(); metric++) {
            for (var entry : leaves.entrySet()) {
                for (var level = 0; level <= table.levels(); level++) {
                    if (metric < table.metricsAt(level)) {
                        numbers.merge(
                                metric + String.join("/", entry.getKey().subList(0, level)),
                                entry.getValue().of(metric),
                                Long::sum);
                    }
                }
            }
        }
        return numbers;
    }

    /** In the same order: what is said of each; null where it is suppressed, minus one where nothing is said. */
    private static List<@Nullable Long> shown(
            PublicTable table, TreeMap<List<String>, Counts> leaves, Map<String, Long> numbers) {
        var all = table.metrics().size();
        var total = Counts.sum(leaves.values(), all);
        var most = total.safeMetrics(all, FEWEST);
        var edition = Edition.first(table, leaves, most, SUPPRESSION);
        var shown = new ArrayList<@Nullable Long>();
        for (var name : numbers.keySet()) {
            var metric = Integer.parseInt(name.substring(0, 1));
            if (name.length() == 1) {
                shown.add(metric < most || total.of(metric) == 0 ? total.of(metric) : null);
            } else {
                var path = List.of(name.substring(1).split("/", -1));
                shown.add(edition.tells(table, metric) ? edition.shown(table, path, metric) : Long.valueOf(-1));
            }
        }
        return shown;
    }
}

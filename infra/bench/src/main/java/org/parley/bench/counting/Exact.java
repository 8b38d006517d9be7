package org.parley.bench.counting;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.bench.harness.VoidRun;

/** Compares figures with what the events add up to: every one, and no other. */
final class Exact {

    private Exact() {}

    static void check(Map<String, Long> expected, Map<String, Long> found) {
        var wrong = differences(expected, found);
        VoidRun.unless(
                wrong.isEmpty(),
                "%d of %d figures are wrong, the first: %s",
                wrong.size(),
                expected.size(),
                first(wrong));
    }

    /** By figure: what is too much, negative where something is missing. */
    static Map<String, Long> differences(Map<String, Long> expected, Map<String, Long> found) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        var wrong = new TreeMap<String, Long>();
        for (var name : names) {
            var difference = found.getOrDefault(name, 0L) - expected.getOrDefault(name, 0L);
            if (difference != 0) {
                wrong.put(name, difference);
            }
        }
        return wrong;
    }

    private static String first(Map<String, Long> wrong) {
        return wrong.entrySet().stream()
                .findFirst()
                .map(one -> one.getKey() + " is off by " + one.getValue())
                .orElse("none");
    }
}

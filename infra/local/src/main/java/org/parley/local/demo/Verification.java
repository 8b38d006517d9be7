package org.parley.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whether reporting-service has come to the same totals, cell by cell. */
record Verification(Map<Question, Map<String, Long>> totals, Doors doors) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SHOWN = 20;

    /** Prints what differs; false if anything does after a while, since figures follow by events. */
    boolean passes() {
        var until = Instant.now().plus(PATIENCE);
        var differences = differences();
        while (!differences.isEmpty() && Instant.now().isBefore(until)) {
            Doors.pause();
            differences = differences();
        }
        if (differences.isEmpty()) {
            // What is counted twice was right once.
            Doors.pause();
            differences = differences();
        }
        print(differences);
        return differences.isEmpty();
    }

    private void print(List<String> differences) {
        totals.forEach((question, cells) ->
                System.out.printf("  %,8d  %-29s in %,d cells%n", sum(cells), question.metric(), cells.size()));
        differences.stream().limit(SHOWN).forEach(one -> System.out.println("  differs: " + one));
        System.out.println(
                differences.isEmpty()
                        ? "Nothing differs from what reporting-service says."
                        : differences.size() + " figures differ from what reporting-service says.");
    }

    private List<String> differences() {
        var found = new ArrayList<String>();
        totals.forEach((question, expected) -> {
            var actual = question.ask(doors);
            var cells = new TreeSet<>(expected.keySet());
            cells.addAll(actual.keySet());
            for (var cell : cells) {
                var own = expected.getOrDefault(cell, 0L);
                var other = actual.getOrDefault(cell, 0L);
                if (!own.equals(other)) {
                    found.add("%s of %s is %d, and should be %d".formatted(question.metric(), cell, other, own));
                }
            }
        });
        return found;
    }

    private static long sum(Map<String, Long> cells) {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }
}

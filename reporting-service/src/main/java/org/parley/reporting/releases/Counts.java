package org.parley.reporting.releases;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many of each metric of a table, from the widest to the narrowest: each metric counts some of those that the one
 * before it counts.
 */
record Counts(List<Long> values) {

    Counts {
        values = List.copyOf(values);
    }

    static Counts none(int metrics) {
        return new Counts(Collections.nCopies(metrics, 0L));
    }

    static Counts sum(Iterable<Counts> some, int metrics) {
        var sum = none(metrics);
        for (var one : some) {
            sum = sum.plus(one);
        }
        return sum;
    }

    long of(int metric) {
        return values.get(metric);
    }

    Counts plus(Counts other) {
        return new Counts(IntStream.range(0, values.size())
                .mapToObj(i -> of(i) + other.of(i))
                .toList());
    }

    Counts minus(Counts other) {
        return new Counts(IntStream.range(0, values.size())
                .mapToObj(i -> of(i) - other.of(i))
                .toList());
    }

    /** The first metrics as they are now, the others as they were. */
    Counts withFirst(int metrics, Counts now) {
        return new Counts(IntStream.range(0, values.size())
                .mapToObj(i -> i < metrics ? now.of(i) : of(i))
                .toList());
    }

    /** How many of the first metrics there is something of: those after them are zero. */
    int reach(int metrics) {
        return IntStream.range(0, metrics)
                .filter(metric -> of(metric) != 0)
                .map(metric -> metric + 1)
                .max()
                .orElse(0);
    }

    /** How many count for a metric and not for the next of those that are shown. */
    long only(int metric, int metrics) {
        return metric + 1 < metrics ? of(metric) - of(metric + 1) : of(metric);
    }

    /** Whether no metric counts more than the one it is a part of. */
    boolean isNested() {
        return IntStream.range(0, values.size()).allMatch(metric -> only(metric, values.size()) >= 0);
    }

    /** Whether the first metrics, and what each leaves of the one before it, are about nobody or about enough. */
    boolean areSafe(int metrics, int fewest) {
        return shown(metrics).allMatch(value -> value == 0 || value >= fewest);
    }

    /** The same of a difference, which may be one of fewer. */
    boolean areSafeAsChange(int metrics, int fewest) {
        return shown(metrics).allMatch(value -> value == 0 || Math.abs(value) >= fewest);
    }

    /** How many of the first metrics may be shown, if those after them are not. */
    int safeMetrics(int most, int fewest) {
        var safe = 0;
        while (safe < most && areSafe(safe + 1, fewest)) {
            safe++;
        }
        return safe;
    }

    private LongStream shown(int metrics) {
        return LongStream.concat(
                IntStream.range(0, metrics).mapToLong(this::of),
                IntStream.range(0, metrics).mapToLong(metric -> only(metric, metrics)));
    }
}

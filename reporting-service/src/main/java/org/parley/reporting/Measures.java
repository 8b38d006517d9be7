package org.parley.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be asked for, by name. */
public final class Measures {

    public static final List<Measure> ALL = Stream.<Stream<? extends Measure>>of(
                    Arrays.stream(Metric.values()).filter(metric -> !metric.isDistribution()),
                    Arrays.stream(Rate.values()),
                    Percentile.ALL.stream())
            .<Measure>flatMap(measures -> measures)
            .toList();

    private Measures() {}

    public static Optional<Measure> find(String word) {
        return ALL.stream().filter(measure -> measure.word().equals(word)).findFirst();
    }
}

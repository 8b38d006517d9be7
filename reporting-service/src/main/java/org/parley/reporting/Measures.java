package org.parley.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be asked for, by name. */
public final class Measures {

    public static final List<Measure> ALL = Stream.concat(
                    Arrays.stream(Metric.values()).filter(metric -> !metric.isDistribution()), Percentile.ALL.stream())
            .toList();

    private Measures() {}

    public static Optional<Measure> find(String word) {
        return ALL.stream().filter(measure -> measure.word().equals(word)).findFirst();
    }
}

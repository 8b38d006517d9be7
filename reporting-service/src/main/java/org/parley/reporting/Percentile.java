package org.parley.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What so many of a hundred stay at or below.
 *
 * @param distribution a metric that is kept by the buckets of a histogram
 */
public record Percentile(Metric distribution, int percent) implements Measure {

    private static final int MEDIAN = 50;
    private static final int P90 = 90;

    /** The median and the 90th percentile of each distribution. */
    static final List<Percentile> ALL = Arrays.stream(Metric.values())
            .filter(Metric::isDistribution)
            .flatMap(metric -> Stream.of(new Percentile(metric, MEDIAN), new Percentile(metric, P90)))
            .toList();

    @Override
    public String word() {
        return distribution.word() + (percent == MEDIAN ? "-median" : "-p" + percent);
    }

    @Override
    public String title() {
        return distribution.title() + (percent == MEDIAN ? ", median" : ", p" + percent);
    }

    @Override
    public String words() {
        return distribution.words()
                + (percent == MEDIAN ? " Half of them took no longer." : " " + percent + " in 100 took no longer.")
                + " Right to 0.1 percent.";
    }

    @Override
    public String formula() {
        return (percent == MEDIAN ? "median" : percent + "th percentile") + " of " + distribution.formula();
    }

    @Override
    public String unit() {
        return distribution.unit();
    }

    @Override
    public Kind kind() {
        return Kind.PERCENTILE;
    }

    @Override
    public List<Dimension> dimensions() {
        return distribution.group().dimensions();
    }

    @Override
    public List<Metric> counted() {
        return List.of(distribution);
    }

    @Override
    public Amount amount(Tally tally) {
        var histogram = tally.histogram(distribution);
        return new Amount.OfMany(
                histogram.getTotalCount(), histogram.getTotalCount() == 0 ? null : Buckets.at(histogram, percent));
    }
}

package org.parley.bench.harness;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** One figure, round by round. Two series of the same rounds are combined round by round. */
public final class Series {

    /** How sure the interval of the median is meant to be. Five rounds give 0.94: from the least to the greatest. */
    private static final double CONFIDENCE = 0.9;

    private final double[] values;

    public Series(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing measured");
        }
        this.values = values.clone();
    }

    public int rounds() {
        return values.length;
    }

    public double median() {
        var sorted = sorted();
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The narrowest pair of order statistics that holds the true median with the confidence; with few rounds all. */
    public Interval interval() {
        var sorted = sorted();
        var n = sorted.length;
        var cut = 0;
        var outside = 2 * Math.pow(0.5, n);
        var next = outside;
        for (var k = 1; k <= n / 2; k++) {
            next += 2 * choose(n, k) * Math.pow(0.5, n);
            if (1 - next < CONFIDENCE) {
                break;
            }
            cut = k;
        }
        return new Interval(sorted[cut], sorted[n - 1 - cut]);
    }

    /** @param low of the interval of a median */
    public record Interval(double low, double high) {}

    /** Round by round. */
    public Series over(Series other) {
        return with(other, (mine, theirs) -> mine / theirs);
    }

    public Series plus(Series other) {
        return with(other, Double::sum);
    }

    public Series map(DoubleUnaryOperator change) {
        return new Series(Arrays.stream(values).map(change).toArray());
    }

    /** What stages one after the other can do at most when each takes all there is: 1/Σ(1/Tᵢ), round by round. */
    public static Series ceiling(List<Series> rates) {
        return rates.stream()
                .map(rate -> rate.map(perSecond -> 1 / perSecond))
                .reduce(Series::plus)
                .orElseThrow()
                .map(seconds -> 1 / seconds);
    }

    public static Series ceiling(Series... rates) {
        return ceiling(List.of(rates));
    }

    private Series with(Series other, DoubleBinaryOperator combine) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("not of the same rounds");
        }
        return new Series(IntStream.range(0, values.length)
                .mapToDouble(round -> combine.applyAsDouble(values[round], other.values[round]))
                .toArray());
    }

    private double[] sorted() {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double choose(int n, int k) {
        var result = 1.0;
        for (var i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}

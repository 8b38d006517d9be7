package org.parley.reporting.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.reporting.Dimension;
import org.parley.reporting.Figure;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.live.Board;

/**
 * One metric, split one way: the table behind the plot.
 *
 * @param by a dimension's word, or {@code day}
 */
record Breakdown(Metric metric, String by, List<Shown> rows) {

    private static final String DAY = Interval.DAY.word();
    private static final int DAYS = 31;

    Breakdown {
        rows = List.copyOf(rows);
    }

    /** What is asked for, as far as there is such a metric and it splits that way; else what comes closest. */
    static Breakdown of(Board board, Labels labels, String metricWord, String byWord) {
        var metric = Metric.find(metricWord).filter(Metric::isLive).orElse(Metric.REFERRALS_SUBMITTED);
        return Dimension.find(byWord)
                .filter(metric.group().dimensions()::contains)
                .map(dimension -> new Breakdown(metric, dimension.word(), rows(board, labels, metric, dimension)))
                .orElseGet(() -> new Breakdown(metric, DAY, days(board, metric)));
    }

    /** What the metric can be split by, in words of the address. */
    public List<String> choices() {
        return Stream.concat(metric.group().dimensions().stream().map(Dimension::word), Stream.of(DAY))
                .toList();
    }

    /** Above the table's first column. */
    public String heading() {
        return by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1);
    }

    private static List<Shown> rows(Board board, Labels labels, Metric metric, Dimension dimension) {
        return figures(board, metric)
                .filter(figure ->
                        figure.interval() == Interval.ALL && figure.dimensions().containsKey(dimension.word()))
                .map(figure -> {
                    var code = figure.dimensions().getOrDefault(dimension.word(), "");
                    var label = labels.of(dimension, code);
                    // People know commands by their numbers, too.
                    return Shown.of(board, figure, label, dimension == Dimension.COMMAND ? code : "");
                })
                .sorted(Comparator.comparingLong(Shown::value).reversed().thenComparing(Shown::label))
                .toList();
    }

    private static List<Shown> days(Board board, Metric metric) {
        var days = figures(board, metric)
                .filter(figure -> figure.interval() == Interval.DAY)
                .sorted(Comparator.comparing(Figure::period))
                .map(figure -> Shown.of(board, figure, Labels.of(LocalDate.parse(figure.period())), ""))
                .toList();
        return days.subList(Math.max(0, days.size() - DAYS), days.size());
    }

    private static Stream<Figure> figures(Board board, Metric metric) {
        return board.figures().stream().filter(figure -> figure.metric() == metric);
    }
}

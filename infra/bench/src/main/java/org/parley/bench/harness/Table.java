package org.parley.bench.harness;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of Markdown: figure, value, ratio, goal, met. Values are medians, with the interval in brackets. */
public final class Table {

    private final String title;
    private final List<String> rows = new ArrayList<>();

    public Table(String title) {
        this.title = title;
    }

    /** A figure that is only told. */
    public Table value(String figure, String unit, Series value) {
        return row(figure, text(value) + " " + unit, "", "", "");
    }

    /** A figure that is only told, as it is. */
    public Table note(String figure, String value) {
        return row(figure, value, "", "", "");
    }

    /** @param ratio round by round, such as {@code parley.over(ceiling)} */
    public Table ratio(String figure, String unit, Series value, Series ratio, Goal goal) {
        return row(figure, text(value) + " " + unit, text(ratio), goal.toString(), met(ratio, goal));
    }

    private static String met(Series ratio, Goal goal) {
        if (goal instanceof Goal.None) {
            return "";
        }
        if (!goal.isMetBy(ratio.median())) {
            return "no";
        }
        var interval = ratio.interval();
        return goal.isMetBy(interval.low()) && goal.isMetBy(interval.high()) ? "yes" : "yes, not in every round";
    }

    private Table row(String... cells) {
        rows.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    public void print(PrintStream out) {
        out.println();
        out.println("### " + title);
        out.println();
        out.println("| figure | value | ratio | goal | met |");
        out.println("|---|---|---|---|---|");
        rows.forEach(out::println);
    }

    static String text(Series series) {
        var interval = series.interval();
        return "%s [%s – %s]".formatted(text(series.median()), text(interval.low()), text(interval.high()));
    }

    /** Three digits that count. */
    static String text(double value) {
        var size = Math.abs(value);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}

package org.parley.reporting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a contribution counts: one metric, on one New York day, for one combination of dimension values.
 *
 * @param values in the order of the metric's dimensions; empty text where the aggregate has none
 */
public record Cell(Metric metric, LocalDate day, List<String> values) {

    /** Codes only: they become parts of keys, addresses and pages. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{0,64}");

    public Cell {
        values = List.copyOf(values);
        if (values.size() != metric.dimensions().size()) {
            throw new IllegalArgumentException(metric.word() + " splits by " + metric.dimensions());
        }
        if (!values.stream().allMatch(value -> CODE.matcher(value).matches())) {
            throw new IllegalArgumentException("A value of " + metric.dimensions() + " is no code");
        }
    }

    /** Of the dimensions that all metrics of the group have. */
    public List<String> place() {
        return values.subList(0, metric.group().dimensions().size());
    }

    /** Of the metric's own dimensions. */
    public List<String> details() {
        return values.subList(metric.group().dimensions().size(), values.size());
    }

    /** Safe as the name of a field in the store: no dots and no dollars. */
    public String text() {
        return Stream.concat(
                        Stream.of(metric.word(), day.toString()),
                        values.stream().map(FieldNames::safe))
                .collect(Collectors.joining("|"));
    }

    public static Cell parse(String text) {
        var parts = text.split("\\|", -1);
        return new Cell(
                Metric.find(parts[0]).orElseThrow(() -> new IllegalArgumentException("No metric in " + text)),
                LocalDate.parse(parts[1]),
                Arrays.stream(parts, 2, parts.length).map(FieldNames::plain).toList());
    }
}

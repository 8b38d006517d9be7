package org.parley.reporting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a contribution counts: one metric, on one New York day, for one combination of dimension values.
 *
 * @param values in the order of the group's dimensions; empty text where the aggregate has none
 */
public record Cell(Metric metric, LocalDate day, List<String> values) {

    public Cell {
        values = List.copyOf(values);
        if (values.size() != metric.group().dimensions().size()) {
            throw new IllegalArgumentException(metric.word() + " does not split by " + values);
        }
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

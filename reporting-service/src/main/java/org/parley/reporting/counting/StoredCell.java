package org.parley.reporting.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.reporting.Cell;
import org.parley.reporting.FieldNames;
import org.parley.reporting.Metric;

/**
 * How cells stand in a month's rollup. What has the same day, day of recording and place stands together under one name,
 * with a field for each metric. What a metric splits by beside that is in the field's name, so that it multiplies nothing
 * but itself.
 */
record StoredCell(LocalDate day, LocalDate recorded, List<String> place) {

    private static final String OF_NAME = "|";
    private static final String OF_FIELD = "~";
    private static final int FIRST_VALUE = 2;

    StoredCell {
        place = List.copyOf(place);
    }

    static String name(Cell cell, LocalDate recorded) {
        return joined(OF_NAME, Stream.of(FigurePlace.dayName(cell.day()), recorded.toString()), cell.place().stream());
    }

    /** The same in a fact, which has no day of recording. */
    static String name(Cell cell) {
        return joined(OF_NAME, Stream.of(cell.day().toString()), cell.place().stream());
    }

    /** What stands in a fact in that field under that name. */
    static Cell cell(String name, String field) {
        var word = field.split(OF_FIELD, 2)[0];
        return Cell.parse(Stream.concat(
                        Stream.of(word, name),
                        Arrays.stream(field.split(OF_FIELD, -1)).skip(1))
                .collect(Collectors.joining(OF_NAME)));
    }

    /** The metric's word, and the values of what it alone splits by. */
    static String field(Cell cell) {
        return joined(OF_FIELD, Stream.of(cell.metric().word()), cell.details().stream());
    }

    static StoredCell parse(YearMonth month, String name) {
        var parts = name.split("\\|", -1);
        return new StoredCell(
                month.atDay(Integer.parseInt(parts[0])),
                LocalDate.parse(parts[1]),
                Arrays.stream(parts, FIRST_VALUE, parts.length)
                        .map(FieldNames::plain)
                        .toList());
    }

    /** Whether it is a field of this metric, which splits by more than its place. */
    static boolean isSplit(Metric metric, String field) {
        return field.startsWith(metric.word())
                && field.startsWith(OF_FIELD, metric.word().length());
    }

    static List<String> details(String field) {
        return Arrays.stream(field.split(OF_FIELD, -1))
                .skip(1)
                .map(FieldNames::plain)
                .toList();
    }

    private static String joined(String separator, Stream<String> first, Stream<String> values) {
        return Stream.concat(first, values.map(FieldNames::safe)).collect(Collectors.joining(separator));
    }
}

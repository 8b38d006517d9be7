package org.parley.reporting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A number that is published: a metric over one period for some dimension values.
 *
 * @param period first day of the period, or {@code all}
 */
public record Figure(Metric metric, Interval interval, String period, Map<String, String> dimensions) {

    public Figure {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    /** Over all time. */
    public static Figure total(Metric metric) {
        return new Figure(metric, Interval.ALL, "all", Map.of());
    }

    /** Over all time, for one value of one dimension. */
    public static Figure of(Metric metric, Dimension dimension, String value) {
        return new Figure(metric, Interval.ALL, "all", Map.of(dimension.word(), value));
    }

    /** One day, whole city. */
    public static Figure of(Metric metric, LocalDate day) {
        return new Figure(metric, Interval.DAY, day.toString(), Map.of());
    }

    /**
     * Every published figure a cell counts for. This is the closed set: of the live metrics the totals, by each one
     * dimension, and by day.
     */
    public static List<Figure> published(Cell cell) {
        if (!cell.metric().isLive()) {
            return List.of();
        }
        var dimensions = cell.metric().group().dimensions();
        var figures = new ArrayList<Figure>(dimensions.size() + 2);
        figures.add(total(cell.metric()));
        figures.add(of(cell.metric(), cell.day()));
        for (var i = 0; i < dimensions.size(); i++) {
            if (!cell.values().get(i).isEmpty()) {
                figures.add(of(cell.metric(), dimensions.get(i), cell.values().get(i)));
            }
        }
        return figures;
    }

    /** The key of its events: {@code <metric>|<interval>|<period>|<dimension=value, sorted>}. */
    @JsonValue
    public String id() {
        var split = dimensions.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
        return String.join("|", metric.word(), interval.word(), period, split);
    }

    @JsonCreator
    public static Figure parse(String id) {
        var parts = id.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not a figure: " + id);
        }
        var dimensions = new TreeMap<String, String>();
        for (var pair : parts[3].isEmpty() ? new String[0] : parts[3].split(",")) {
            var at = pair.indexOf('=');
            dimensions.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return new Figure(
                Metric.find(parts[0]).orElseThrow(() -> new IllegalArgumentException("No metric in " + id)),
                Interval.find(parts[1]).orElseThrow(() -> new IllegalArgumentException("No interval in " + id)),
                parts[2],
                dimensions);
    }
}

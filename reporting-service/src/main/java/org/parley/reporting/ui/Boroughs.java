package org.parley.reporting.ui;

import java.util.List;
import org.parley.reporting.Dimension;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;
import org.parley.reporting.live.Board;

/** Every live metric that splits by borough, side by side. */
record Boroughs(List<String> names, List<Row> rows) {

    private static final List<String> CODES = List.of("BRONX", "BROOKLYN", "MANHATTAN", "QUEENS", "STATEN_ISLAND");

    record Row(Metric metric, List<Shown> boroughs, Shown all) {
        Row {
            boroughs = List.copyOf(boroughs);
        }
    }

    Boroughs {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    static Boroughs of(Board board, Labels labels) {
        return new Boroughs(
                CODES.stream().map(code -> labels.of(Dimension.BOROUGH, code)).toList(),
                Metric.live().stream()
                        .filter(metric -> metric.group().dimensions().contains(Dimension.BOROUGH))
                        .map(metric -> row(board, labels, metric))
                        .toList());
    }

    private static Row row(Board board, Labels labels, Metric metric) {
        return new Row(
                metric,
                CODES.stream()
                        .map(code -> Shown.of(
                                board,
                                Figure.of(metric, Dimension.BOROUGH, code),
                                labels.of(Dimension.BOROUGH, code),
                                ""))
                        .toList(),
                Shown.of(board, Figure.total(metric), "All boroughs", ""));
    }
}

package org.parley.session.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.SessionOutcome;
import org.parley.session.Technique;
import org.parley.session.TechniqueGroup;
import org.parley.session.lists.Summary;

/**
 * A month's figures as tables that are plots, too: a cell is the darker, or its bar the longer, the more there is. What is
 * not shown is null down to the cell.
 *
 * @param officers how many logged; null where they are so few that nothing is shown
 */
record FiguresView(@Nullable Integer officers, List<Part> parts, List<Bar> arrests) {

    /**
     * @param logs null where none of it is shown
     * @param columns all logs first, then those of each technique group
     */
    record Part(
            String name,
            String title,
            @Nullable Integer logs,
            List<Column> columns,
            List<Row> rows,
            List<Group> groups) {

        Part {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            groups = List.copyOf(groups);
        }

        /** Whether anything of it is left out. */
        public boolean hides() {
            return Stream.concat(
                            rows.stream().flatMap(row -> row.cells().stream()).map(Cell::logs),
                            groups.stream()
                                    .flatMap(group -> group.bars().stream())
                                    .map(Bar::logs))
                    .anyMatch(Objects::isNull);
        }
    }

    record Column(String name, @Nullable Integer logs) {}

    record Row(String name, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param share of its column, in percent */
    record Cell(@Nullable Integer logs, int share) {

        /** From 0 for none to 5. */
        public int heat() {
            return logs == null || logs == 0 ? 0 : Math.min(5, 1 + share / 20);
        }
    }

    record Group(String name, List<Bar> bars) {

        Group {
            bars = List.copyOf(bars);
        }
    }

    /** @param length of 100 for the longest of its plot */
    record Bar(String name, @Nullable Integer logs, int length) {}

    FiguresView {
        parts = List.copyOf(parts);
        arrests = List.copyOf(arrests);
    }

    static FiguresView of(Summary summary) {
        return new FiguresView(
                summary.officers(),
                List.of(
                        part(
                                "micro-interventions",
                                "Micro-interventions",
                                summary.microInterventions(),
                                Choices.named(MicroInterventionOutcome.values())),
                        part(
                                "sessions",
                                "Sessions led by officers",
                                summary.sessions(),
                                Arrays.stream(SessionOutcome.values())
                                        .map(outcome -> new Choices.Named(outcome.name(), Words.of(outcome)))
                                        .toList())),
                arrests(summary.arrests()));
    }

    private static Part part(String name, String title, Summary.Part part, List<Choices.Named> outcomes) {
        var figures = Stream.concat(
                        Stream.of(Optional.ofNullable(part.all())),
                        Arrays.stream(TechniqueGroup.values())
                                .map(group -> Optional.ofNullable(part.groups().get(group))))
                .toList();
        var names = Stream.concat(
                        Stream.of("All"), Arrays.stream(TechniqueGroup.values()).map(Choices::plain))
                .toList();
        var columns = new ArrayList<Column>();
        for (var place = 0; place < names.size(); place++) {
            columns.add(new Column(
                    names.get(place),
                    figures.get(place).map(Summary.Figures::logs).orElse(null)));
        }
        var rows = outcomes.stream()
                .map(outcome -> new Row(
                        outcome.name(),
                        figures.stream()
                                .map(column -> column.map(one -> cell(one, outcome.code()))
                                        .orElseGet(() -> new Cell(null, 0)))
                                .toList()))
                .toList();
        return new Part(name, title, part.all() == null ? null : part.all().logs(), columns, rows, groups(part));
    }

    private static Cell cell(Summary.Figures figures, String outcome) {
        var outcomes = figures.outcomes();
        if (outcomes == null) {
            return new Cell(null, 0);
        }
        var logs = outcomes.getOrDefault(outcome, 0);
        return new Cell(logs, figures.logs() == 0 ? 0 : Math.round(100f * logs / figures.logs()));
    }

    private static List<Group> groups(Summary.Part part) {
        var longest = longest(part.techniques().values());
        return Arrays.stream(TechniqueGroup.values())
                .map(group -> new Group(
                        Choices.plain(group),
                        Arrays.stream(Technique.values())
                                .filter(technique -> technique.group() == group)
                                .map(technique -> bar(
                                        Choices.name(technique),
                                        part.techniques().get(technique),
                                        longest))
                                .toList()))
                .toList();
    }

    private static List<Bar> arrests(@Nullable Map<String, Integer> arrests) {
        var longest = arrests == null ? 1 : longest(arrests.values());
        return Stream.of(
                        new Choices.Named("AVOIDED", "Likely, and not made"),
                        new Choices.Named("MADE", "Made"),
                        new Choices.Named("UNLIKELY", "Neither likely nor made"))
                .map(kind -> bar(kind.name(), arrests == null ? null : arrests.getOrDefault(kind.code(), 0), longest))
                .toList();
    }

    private static int longest(Collection<? extends @Nullable Integer> logs) {
        return logs.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
    }

    private static Bar bar(String name, @Nullable Integer logs, int longest) {
        return new Bar(name, logs, logs == null || logs == 0 ? 0 : Math.max(1, 100 * logs / longest));
    }
}

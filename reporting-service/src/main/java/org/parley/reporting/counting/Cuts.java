package org.parley.reporting.counting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.parley.reporting.FieldNames;
import org.parley.reporting.Metric;
import org.parley.reporting.MetricGroup;
import org.springframework.stereotype.Component;

/** Reads many months as they stand at one moment, which the fences of their rollups then name. */
@Component
public class Cuts {

    private static final int FIRST_VALUE = 2;
    private static final int TRIES = 20;

    private final Rollups rollups;

    Cuts(Rollups rollups) {
        this.rollups = rollups;
    }

    /**
     * One aggregate may move from one month to another while they are read, and would be counted in both or in neither:
     * so the fences must be the same afterwards. Empty when counting never paused long enough.
     */
    public Optional<Cut> take(MetricGroup group, YearMonth first, YearMonth last) {
        var months = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
        var ids = months.stream()
                .flatMap(month -> RollupId.everywhere(group, month.toString()).stream())
                .toList();
        for (var i = 0; i < TRIES; i++) {
            var fences = new HashMap<String, String>();
            var cells = new HashMap<YearMonth, Map<List<String>, Map<Metric, Long>>>();
            months.forEach(month -> cells.put(month, read(group, month, fences)));
            if (fences.equals(fences(ids))) {
                return Optional.of(new Cut(cells, fences));
            }
        }
        return Optional.empty();
    }

    private Map<List<String>, Map<Metric, Long>> read(MetricGroup group, YearMonth month, Map<String, String> fences) {
        var metrics = new ArrayList<Metric>();
        for (var metric : Metric.values()) {
            if (metric.group() == group) {
                metrics.add(metric);
            }
        }
        var sums = new HashMap<List<String>, Map<Metric, Long>>();
        rollups.find(RollupId.everywhere(group, month.toString()), "fence", "cells")
                .forEach((id, rollup) -> {
                    fences.put(id.text(), rollup.getString("fence"));
                    rollup.get("cells", new Document()).forEach((name, cell) -> {
                        var sum = sums.computeIfAbsent(values(name), none -> new HashMap<>());
                        metrics.forEach(metric ->
                                sum.merge(metric, FigurePlace.number(((Document) cell).get(metric.word())), Long::sum));
                    });
                });
        return sums;
    }

    private static List<String> values(String name) {
        var parts = name.split("\\|", -1);
        return Arrays.stream(parts, FIRST_VALUE, parts.length)
                .map(FieldNames::plain)
                .toList();
    }

    private Map<String, String> fences(List<RollupId> ids) {
        var fences = new HashMap<String, String>();
        rollups.find(ids, "fence").forEach((id, rollup) -> fences.put(id.text(), rollup.getString("fence")));
        return fences;
    }
}

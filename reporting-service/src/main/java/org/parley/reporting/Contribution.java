package org.parley.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one aggregate adds to the cells. A corrected aggregate contributes differently; the difference between its new
 * and its old contribution is what an event changes.
 */
public record Contribution(Map<Cell, Long> cells) {

    public static final Contribution NONE = new Contribution(Map.of());

    public Contribution {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** One for each of the metrics, on one day and for the same values. */
    public static Contribution counting(Collection<Metric> metrics, LocalDate day, List<String> values) {
        var counted = new LinkedHashMap<Cell, Long>();
        metrics.forEach(metric -> counted.put(new Cell(metric, day, values), 1L));
        return new Contribution(counted);
    }

    /** Of each metric as many, on one day and for the same values; none where there are none. */
    public static Contribution counting(Map<Metric, Integer> counts, LocalDate day, List<String> values) {
        var counted = new LinkedHashMap<Cell, Long>();
        counts.forEach((metric, count) -> {
            if (count != 0) {
                counted.put(new Cell(metric, day, values), count.longValue());
            }
        });
        return new Contribution(counted);
    }

    /** What has to be added to {@code old} to get this; cells that stay the same are left out. */
    public Contribution minus(Contribution old) {
        if (old.cells.isEmpty()) {
            return this;
        }
        var change = new HashMap<>(cells);
        old.cells.forEach((cell, value) -> change.merge(cell, -value, Long::sum));
        change.values().removeIf(value -> value == 0);
        return new Contribution(change);
    }
}

package org.parley.reporting;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** One of each metric whose condition holds. */
    public static Contribution counting(Cell... cells) {
        var counted = new LinkedHashMap<Cell, Long>();
        for (var cell : cells) {
            counted.put(cell, 1L);
        }
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

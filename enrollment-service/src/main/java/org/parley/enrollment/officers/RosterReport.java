package org.parley.enrollment.officers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.web.Violation;

/**
 * What becomes of a roster's lines, or would become. Nothing of what stood in them is in it.
 *
 * @param counts with zero for what became of none
 */
public record RosterReport(boolean dryRun, Map<Outcome, Integer> counts, List<Item> items) {

    /** MOVED whatever else has changed with it. */
    public enum Outcome {
        CREATED,
        CHANGED,
        MOVED,
        UNCHANGED,
        REFUSED
    }

    /**
     * @param line its number in the file, from 1
     * @param officer null where there is none, or isn't yet
     * @param errors fields by their column
     */
    public record Item(long line, Outcome outcome, @Nullable UUID officer, List<Violation> errors) {}

    static RosterReport of(boolean dryRun, List<Item> items) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        items.forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
        return new RosterReport(dryRun, Collections.unmodifiableMap(counts), List.copyOf(items));
    }
}

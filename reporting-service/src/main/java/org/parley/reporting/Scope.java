package org.parley.reporting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.starter.identity.Caller;

/**
 * What someone may see: everything, or what is of their own command or center.
 *
 * @param own values per dimension; empty for someone who may see nothing
 */
public record Scope(boolean everything, Map<Dimension, Set<String>> own) {

    private static final Scope EVERYTHING = new Scope(true, Map.of());

    /** Sorted, so that the same scope has the same text in every copy. */
    public Scope {
        var sorted = new TreeMap<Dimension, Set<String>>();
        own.forEach((dimension, values) -> sorted.put(dimension, Collections.unmodifiableSet(new TreeSet<>(values))));
        own = Collections.unmodifiableMap(sorted);
    }

    public static Scope of(Caller caller) {
        if (caller.isAny("analyst", "coordinator", "administrator")) {
            return EVERYTHING;
        }
        var own = new EnumMap<Dimension, Set<String>>(Dimension.class);
        if (caller.is("commander")) {
            own.put(Dimension.COMMAND, caller.scope("command"));
        }
        if (caller.isAny("center-staff", "center-system")) {
            own.put(Dimension.CENTER, caller.scope("center"));
        }
        own.values().removeIf(Set::isEmpty);
        return new Scope(false, own);
    }

    public boolean isNothing() {
        return !everything && own.isEmpty();
    }

    /**
     * Whether all of a measure tells commands, or centers, apart: else nothing of it is one's own. A commander, who knows the
     * cases of the command, gets none of what would tell what became of one of them, or what single officers did.
     */
    public boolean covers(Measure measure) {
        return everything
                || own.keySet().stream()
                        .filter(one -> one != Dimension.COMMAND || Metric.live().containsAll(measure.counted()))
                        .anyMatch(one -> measure.groups().stream()
                                .allMatch(group -> group.dimensions().contains(one)));
    }

    /** @param values in the order of the group's dimensions */
    public boolean includes(MetricGroup group, List<String> values) {
        return everything
                || own.entrySet().stream().anyMatch(entry -> {
                    var at = group.dimensions().indexOf(entry.getKey());
                    return at >= 0 && isOwn(entry.getValue(), values.get(at));
                });
    }

    public boolean includes(Figure figure) {
        return everything
                || own.entrySet().stream()
                        .anyMatch(entry -> isOwn(
                                entry.getValue(),
                                figure.dimensions().getOrDefault(entry.getKey().word(), "")));
    }

    private static boolean isOwn(Set<String> own, String value) {
        return !value.isEmpty() && (own.contains(value) || own.contains(Caller.ANY));
    }
}

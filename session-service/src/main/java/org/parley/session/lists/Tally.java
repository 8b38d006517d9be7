package org.parley.session.lists;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts logs by what they say, and whose they are. */
final class Tally {

    /** How many officers a figure must be derived from, for others than themselves. */
    static final int FEWEST = 5;

    private final int fewest;
    private final Map<String, Integer> logs = new TreeMap<>();
    private final Map<String, Set<UUID>> officers = new TreeMap<>();

    /** @param fewest officers of a figure that is shown */
    Tally(int fewest) {
        this.fewest = fewest;
    }

    void add(String what, Collection<UUID> of) {
        logs.merge(what, 1, Integer::sum);
        officers.computeIfAbsent(what, _ -> new HashSet<>()).addAll(of);
    }

    @Nullable
    Integer officers() {
        var all = all();
        return isShown(all) ? all.size() : null;
    }

    @Nullable
    Integer logs() {
        return isShown(all()) ? count() : null;
    }

    /** Null when one of them may not be shown. */
    @Nullable
    Map<String, Integer> parts() {
        return officers.values().stream().allMatch(this::isShown)
                ? Collections.unmodifiableMap(new TreeMap<>(logs))
                : null;
    }

    Summary.@Nullable Figures figures() {
        return isShown(all()) ? new Summary.Figures(count(), parts()) : null;
    }

    private int count() {
        return logs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Set<UUID> all() {
        var all = new HashSet<UUID>();
        officers.values().forEach(all::addAll);
        return all;
    }

    private boolean isShown(Set<UUID> some) {
        return some.isEmpty() || some.size() >= fewest;
    }
}

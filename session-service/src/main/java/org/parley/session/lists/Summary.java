package org.parley.session.lists;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.session.Technique;
import org.parley.session.TechniqueGroup;

/**
 * What officers logged in a month, in figures. Each month stands for itself, so that no two answers can be taken from each
 * other. A figure that is derived from fewer officers than five is null; a true zero is shown.
 *
 * @param month as {@code 2026-11}
 * @param officers how many logged anything
 * @param arrests of micro-interventions: {@code AVOIDED} (likely and not made), {@code MADE}, {@code UNLIKELY}
 * @param sessions the officer-led ones
 */
public record Summary(
        String month,
        @Nullable Integer officers,
        Part microInterventions,
        @Nullable Map<String, Integer> arrests,
        Part sessions) {

    /** @param groups the logs in which a technique of the group was used, which may be several groups' */
    public record Part(
            @Nullable Figures all,
            Map<TechniqueGroup, @Nullable Figures> groups,
            Map<Technique, @Nullable Integer> techniques) {}

    /** @param outcomes all of them or null: the one left out could be told from the others */
    public record Figures(int logs, @Nullable Map<String, Integer> outcomes) {}

    /** The kinds of which something may be told to who may not see whose they are. */
    Set<Glimpse.Kind> shown() {
        var shown = EnumSet.noneOf(Glimpse.Kind.class);
        if (microInterventions.all() != null) {
            shown.add(Glimpse.Kind.MICRO_INTERVENTION);
        }
        if (sessions.all() != null) {
            shown.add(Glimpse.Kind.SESSION);
        }
        return shown;
    }
}

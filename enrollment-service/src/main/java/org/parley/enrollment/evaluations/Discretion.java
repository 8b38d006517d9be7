package org.parley.enrollment.evaluations;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;

/**
 * What of a count is shown. A number that fewer people stand behind than {@code fewest} isn't, nor is anything that it
 * could be computed from: the answers to one question add up to all responses, so they are shown together or not at all. A
 * true zero is shown.
 */
record Discretion(int fewest) {

    static final Discretion NONE = new Discretion(0);
    static final Discretion FEWEST_FIVE = new Discretion(5);

    boolean isNone() {
        return fewest == 0;
    }

    /** Whether this many of all may be known, and so the others too. */
    boolean shows(int some, int all) {
        return shows(some) && shows(all - some);
    }

    <K> @Nullable Map<K, Integer> distribution(@Nullable Map<K, Integer> counts) {
        return counts != null && counts.values().stream().allMatch(this::shows) ? counts : null;
    }

    /** Each question for itself: what is answered to one says nothing of how another was. */
    @Nullable
    Map<CurriculumPart, Map<Rating, Integer>> parts(@Nullable Map<CurriculumPart, Map<Rating, Integer>> parts) {
        if (parts == null) {
            return null;
        }
        var shown = new EnumMap<CurriculumPart, Map<Rating, Integer>>(CurriculumPart.class);
        parts.forEach((part, counts) -> {
            var shownOfPart = distribution(counts);
            if (shownOfPart != null) {
                shown.put(part, shownOfPart);
            }
        });
        return Collections.unmodifiableMap(shown);
    }

    /** Of which each may choose several; null for a count that isn't shown. */
    <E extends Enum<E>> Map<E, @Nullable Integer> choices(Map<E, Integer> counts, int all) {
        var shown = new EnumMap<E, @Nullable Integer>(counts);
        shown.replaceAll((_, count) -> count != null && shows(count, all) ? count : null);
        return Collections.unmodifiableMap(shown);
    }

    private boolean shows(int count) {
        return count == 0 || count >= fewest;
    }
}

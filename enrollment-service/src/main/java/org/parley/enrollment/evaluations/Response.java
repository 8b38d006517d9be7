package org.parley.enrollment.evaluations;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;

/**
 * What somebody answered. Nothing in it says who or when.
 *
 * @param id keyed hash of the link it came by: that it is there burns the link
 * @param overall null in a follow-up, as {@code parts} are empty there
 * @param themes each once, in the order of the list
 * @param used null but in a follow-up
 * @param comment never leaves this service
 */
public record Response(
        String id,
        @Nullable Rating overall,
        Map<CurriculumPart, Rating> parts,
        List<Theme> themes,
        @Nullable Use used,
        @Nullable String comment) {

    public Response {
        var copy = new EnumMap<CurriculumPart, Rating>(CurriculumPart.class);
        copy.putAll(parts);
        parts = Collections.unmodifiableMap(copy);
        themes = themes.stream().distinct().sorted().toList();
    }

    /** Without the comment, which is for coordinators only. */
    @Override
    public String toString() {
        return "Response";
    }
}

package org.parley.enrollment.evaluations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Breach;
import org.parley.enrollment.CurriculumPart;

/** The answers as they come in, which may be those of another kind of evaluation. */
public record GivenAnswers(
        @Nullable Rating overall,
        Map<CurriculumPart, Rating> parts,
        Set<Theme> themes,
        @Nullable Use used,
        @Nullable String comment) {

    static final int LONGEST_COMMENT = 2_000;

    public GivenAnswers {
        parts = Map.copyOf(parts);
        themes = Set.copyOf(themes);
    }

    /** @param taught the parts that a rating is asked of */
    List<Breach> breaches(EvaluationKind kind, Collection<CurriculumPart> taught) {
        var breaches = new ArrayList<Breach>();
        switch (kind) {
            case COURSE -> {
                needed(breaches, overall, "/overall");
                for (var part : CurriculumPart.values()) {
                    var field = "/parts/" + part;
                    if (taught.contains(part)) {
                        needed(breaches, parts.get(part), field);
                    } else {
                        foreign(breaches, parts.get(part), field);
                    }
                }
                foreign(breaches, used, "/used");
            }
            case FOLLOW_UP -> {
                needed(breaches, used, "/used");
                foreign(breaches, overall, "/overall");
                foreign(breaches, parts.isEmpty() ? null : parts, "/parts");
                foreign(breaches, comment, "/comment");
            }
        }
        if (comment != null && comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
            breaches.add(new Breach("/comment", "must have at most " + LONGEST_COMMENT + " characters"));
        }
        // JSON can say half a character; nothing that is written from it could be read again.
        if (comment != null && comment.codePoints().anyMatch(one -> Character.getType(one) == Character.SURROGATE)) {
            breaches.add(new Breach("/comment", "must be text"));
        }
        return List.copyOf(breaches);
    }

    Response response(String id) {
        return new Response(
                id,
                overall,
                parts,
                List.copyOf(themes),
                used,
                comment == null || comment.isBlank() ? null : comment.strip());
    }

    /** Without the comment. */
    @Override
    public String toString() {
        return "GivenAnswers";
    }

    private static void needed(List<Breach> breaches, @Nullable Object answer, String field) {
        if (answer == null) {
            breaches.add(new Breach(field, "must be answered"));
        }
    }

    private static void foreign(List<Breach> breaches, @Nullable Object answer, String field) {
        if (answer != null) {
            breaches.add(new Breach(field, "is not asked in this evaluation"));
        }
    }
}

package org.parley.enrollment.ui;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.evaluations.Asking;
import org.parley.enrollment.evaluations.EvaluationKind;
import org.parley.enrollment.evaluations.Rating;
import org.parley.enrollment.evaluations.Theme;
import org.parley.enrollment.evaluations.Use;

/**
 * What is asked in an evaluation, in words.
 *
 * @param parts of the curriculum that are asked about
 * @param cohort null where the link that was good when the form was opened is none any more
 * @param until the last day for an answer; null as above
 */
record Questions(
        EvaluationKind kind,
        List<Words.Named> parts,
        @Nullable String cohort,
        @Nullable String until) {

    static final List<Words.Named> RATINGS =
            Arrays.stream(Rating.values()).map(Questions::named).toList();
    static final List<Words.Named> THEMES =
            Arrays.stream(Theme.values()).map(Questions::named).toList();
    static final List<Words.Named> USES =
            Arrays.stream(Use.values()).map(Questions::named).toList();

    static Questions of(Asking.Open open) {
        return new Questions(
                open.kind(),
                named(open.parts()),
                open.cohort(),
                DayLine.date(open.closesOn().minusDays(1)));
    }

    /** As the form itself says that it was. */
    static Questions of(Entered form) {
        var parts = Arrays.stream(CurriculumPart.values())
                .filter(part -> form.has("part", part.name()))
                .toList();
        return new Questions(
                form.one("kind", EvaluationKind.values()).orElse(EvaluationKind.COURSE), named(parts), null, null);
    }

    public boolean isFollowUp() {
        return kind == EvaluationKind.FOLLOW_UP;
    }

    public List<Words.Named> ratings() {
        return RATINGS;
    }

    public List<Words.Named> themes() {
        return THEMES;
    }

    public List<Words.Named> uses() {
        return USES;
    }

    static List<Words.Named> named(List<CurriculumPart> parts) {
        return Words.PARTS.stream()
                .filter(named -> parts.contains(CurriculumPart.valueOf(named.code())))
                .toList();
    }

    private static Words.Named named(Rating rating) {
        var words = switch (rating) {
            case EXCELLENT -> "Excellent";
            case GOOD -> "Good";
            case FAIR -> "Fair";
            case POOR -> "Poor";
        };
        return new Words.Named(rating.name(), words);
    }

    private static Words.Named named(Theme theme) {
        var words = switch (theme) {
            case RELATE_TO_CIVILIANS -> "I relate better to civilians";
            case TOOLS_INSTEAD_OF_ARREST -> "I have tools to use instead of an arrest";
            case COMMUNITY_RELATIONS -> "It helps relations with the community";
            case REDUCED_ARRESTS -> "It reduces arrests";
            case VOLUNTARY_COMPLIANCE -> "People comply voluntarily";
        };
        return new Words.Named(theme.name(), words);
    }

    private static Words.Named named(Use use) {
        var words = switch (use) {
            case DAILY -> "Every day";
            case WEEKLY -> "Every week";
            case MONTHLY -> "Every month";
            case NEVER -> "Never";
        };
        return new Words.Named(use.name(), words);
    }
}

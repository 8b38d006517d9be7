package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;

/**
 * What a reader may know of an evaluation. Who was asked and how many answered is known all the time; what was answered only
 * when it is closed, since the difference between two moments would give people away. Null is what isn't asked, isn't known
 * yet, or isn't for this reader.
 *
 * @param approvalRate (EXCELLENT + GOOD) ÷ responses
 * @param topBoxRate EXCELLENT ÷ responses
 * @param comments in an order that says nothing
 */
public record Results(
        UUID training,
        String cohort,
        EvaluationKind kind,
        LocalDate closesOn,
        @Nullable LocalDate closedOn,
        int invited,
        int responses,
        @Nullable Double responseRate,
        @Nullable Map<Rating, Integer> overall,
        @Nullable Double approvalRate,
        @Nullable Double topBoxRate,
        @Nullable Map<CurriculumPart, Map<Rating, Integer>> parts,
        @Nullable Map<Theme, @Nullable Integer> themes,
        @Nullable Map<Use, Integer> used,
        @Nullable List<String> comments) {

    /** Everything. */
    public static Results exact(Evaluation evaluation) {
        return of(evaluation, Discretion.NONE);
    }

    /** For those who know the officers: nothing that fewer than five have said, and no comments. */
    public static Results discreet(Evaluation evaluation) {
        return of(evaluation, Discretion.FEWEST_FIVE);
    }

    private static Results of(Evaluation evaluation, Discretion discretion) {
        var responses = evaluation.responses().size();
        var tally = evaluation.isClosed() ? evaluation.tally() : new Tally(null, null, Map.of(), null);
        return new Results(
                evaluation.training(),
                evaluation.cohort(),
                evaluation.kind(),
                evaluation.closesOn(),
                evaluation.closedOn(),
                evaluation.invited(),
                responses,
                rate(responses, evaluation.invited()),
                discretion.distribution(tally.overall()),
                approval(tally, responses, discretion),
                topBox(tally, responses, discretion),
                discretion.parts(tally.parts()),
                evaluation.isClosed() ? discretion.choices(tally.themes(), responses) : null,
                discretion.distribution(tally.used()),
                evaluation.isClosed() && discretion.isNone() ? comments(evaluation) : null);
    }

    private static @Nullable Double approval(Tally tally, int responses, Discretion discretion) {
        if (tally.overall() == null) {
            return null;
        }
        var approving = tally.overall().entrySet().stream()
                .filter(counted -> counted.getKey().approves())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return discretion.shows(approving, responses) ? rate(approving, responses) : null;
    }

    /** It gives the best rating's count, so it is shown only with that. */
    private static @Nullable Double topBox(Tally tally, int responses, Discretion discretion) {
        var overall = discretion.distribution(tally.overall());
        return overall == null ? null : rate(Objects.requireNonNullElse(overall.get(Rating.EXCELLENT), 0), responses);
    }

    private static @Nullable Double rate(int some, int all) {
        return all == 0 ? null : (double) some / all;
    }

    private static List<String> comments(Evaluation evaluation) {
        return evaluation.responses().stream()
                .map(Response::comment)
                .filter(Objects::nonNull)
                .toList();
    }
}

package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.parley.enrollment.CurriculumPart;

/** Evaluations as they stand at some point of their life. */
final class EvaluationFixture {

    static final UUID TRAINING = UUID.fromString("0b9d6f0e-3a4e-5d0c-8a56-6d2f6d8f2c01");
    static final LocalDate LAST_DAY = LocalDate.parse("2026-07-15");
    static final LocalDate CLOSED = LocalDate.parse("2026-08-05");
    static final Map<CurriculumPart, Rating> ALL_GOOD = Map.of(
            CurriculumPart.FULL_PROCESS, Rating.GOOD,
            CurriculumPart.MICRO_INTERVENTIONS, Rating.GOOD,
            CurriculumPart.MEDIATION_CENTERS, Rating.GOOD);

    private EvaluationFixture() {}

    static Attended attended(int officers) {
        return new Attended(TRAINING, "2026-07", LAST_DAY, List.of(CurriculumPart.values()), officers(officers));
    }

    static List<UUID> officers(int many) {
        return IntStream.range(0, many).mapToObj(EvaluationFixture::officer).toList();
    }

    static UUID officer(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    /** Links are drawn for so many. */
    static Evaluation asking(EvaluationKind kind, int officers) {
        return Evaluation.begun(attended(officers), kind, CLOSED).draw(officers(officers));
    }

    static GivenAnswers saying(Rating overall) {
        return new GivenAnswers(overall, ALL_GOOD, Set.of(), null, null);
    }

    static GivenAnswers using(Use used, Theme... themes) {
        return new GivenAnswers(null, Map.of(), Set.of(themes), used, null);
    }

    static Evaluation answered(Evaluation evaluation, GivenAnswers... all) {
        return answered(evaluation, List.of(all));
    }

    static Evaluation answered(Evaluation evaluation, List<GivenAnswers> all) {
        var next = evaluation;
        for (var answers : all) {
            next = taken(next.answer("link-" + next.responses().size(), answers));
        }
        return next;
    }

    /** So many of each rating, as each is rated in each part. */
    static List<GivenAnswers> ratings(int excellent, int good, int fair, int poor) {
        var counts = new int[] {excellent, good, fair, poor};
        var all = new ArrayList<GivenAnswers>();
        Arrays.stream(Rating.values())
                .forEach(rating -> IntStream.range(0, counts[rating.ordinal()]).forEach(_ -> all.add(saying(rating))));
        return all;
    }

    static Evaluation taken(Answering answering) {
        return switch (answering) {
            case Answering.Taken(var after) -> after;
            case Answering.Used _, Answering.Over _, Answering.Invalid _, Answering.Unknown _ ->
                throw new AssertionError(answering);
        };
    }
}

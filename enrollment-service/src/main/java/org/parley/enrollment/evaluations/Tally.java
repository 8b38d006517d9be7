package org.parley.enrollment.evaluations;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;

/**
 * How often each answer was given; one that nobody gave is there with zero. Null is what isn't asked in such an evaluation.
 */
public record Tally(
        @Nullable Map<Rating, Integer> overall,
        @Nullable Map<CurriculumPart, Map<Rating, Integer>> parts,
        Map<Theme, Integer> themes,
        @Nullable Map<Use, Integer> used) {

    static Tally of(EvaluationKind kind, List<Response> responses) {
        var themes = count(Theme.class, responses, response -> response.themes().stream());
        return switch (kind) {
            case COURSE ->
                new Tally(
                        count(Rating.class, responses, response -> Stream.ofNullable(response.overall())),
                        parts(responses),
                        themes,
                        null);
            case FOLLOW_UP ->
                new Tally(
                        null,
                        null,
                        themes,
                        count(Use.class, responses, response -> Stream.ofNullable(response.used())));
        };
    }

    private static Map<CurriculumPart, Map<Rating, Integer>> parts(List<Response> responses) {
        var parts = new EnumMap<CurriculumPart, Map<Rating, Integer>>(CurriculumPart.class);
        for (var part : CurriculumPart.values()) {
            parts.put(
                    part,
                    count(
                            Rating.class,
                            responses,
                            response -> Stream.ofNullable(response.parts().get(part))));
        }
        return Collections.unmodifiableMap(parts);
    }

    private static <E extends Enum<E>> Map<E, Integer> count(
            Class<E> answers, List<Response> responses, Function<Response, Stream<E>> given) {
        var counts = new EnumMap<E, Integer>(answers);
        for (var answer : answers.getEnumConstants()) {
            counts.put(answer, 0);
        }
        responses.stream().flatMap(given).forEach(answer -> counts.merge(answer, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}

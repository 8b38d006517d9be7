package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.evaluations.Results;
import org.parley.enrollment.evaluations.Theme;

/**
 * What a reader may know of an evaluation, in words and bars. Which figures that are is decided in {@link Results}; here
 * those that aren't shown are still named.
 *
 * @param responded the share of those asked; null while nobody is
 * @param closedOn null while it is open, and nothing that was answered is shown
 * @param approval null where it isn't asked, or isn't shown, as {@code top}
 * @param questions that have one answer each
 * @param comments null for whoever is not to read them
 */
record EvaluationFigures(
        int invited,
        int responses,
        @Nullable String responded,
        @Nullable String closedOn,
        boolean followUp,
        @Nullable String approval,
        @Nullable String top,
        List<Question> questions,
        List<Bar> themes,
        @Nullable List<String> comments) {

    /** @param bars null where they aren't shown */
    record Question(String title, @Nullable List<Bar> bars) {}

    /** @param count how many gave this answer; null where it isn't shown */
    record Bar(
            String answer,
            @Nullable Integer count,
            @Nullable String share) {}

    public boolean hidesThemes() {
        return themes.stream().anyMatch(bar -> bar.count() == null);
    }

    static EvaluationFigures of(Results results, List<CurriculumPart> taught) {
        var all = results.responses();
        var followUp = switch (results.kind()) {
            case COURSE -> false;
            case FOLLOW_UP -> true;
        };
        var closed = results.closedOn() != null;
        return new EvaluationFigures(
                results.invited(),
                all,
                percent(results.responseRate()),
                Optional.<LocalDate>ofNullable(results.closedOn())
                        .map(DayLine::date)
                        .orElse(null),
                followUp,
                percent(results.approvalRate()),
                percent(results.topBoxRate()),
                !closed ? List.of() : followUp ? List.of(use(results)) : ratings(results, taught),
                themes(results),
                results.comments());
    }

    private static List<Bar> themes(Results results) {
        var all = results.themes();
        if (all == null) {
            return List.of();
        }
        var shown = new EnumMap<Theme, Integer>(Theme.class);
        all.forEach((theme, count) -> {
            if (count != null) {
                shown.put(theme, count);
            }
        });
        return bars(Questions.THEMES, shown, results.responses());
    }

    private static Question use(Results results) {
        return new Question(
                "Used on the job",
                results.used() == null ? null : bars(Questions.USES, results.used(), results.responses()));
    }

    private static List<Question> ratings(Results results, List<CurriculumPart> taught) {
        var questions = new ArrayList<Question>();
        questions.add(rating("The training as a whole", results.overall(), results.responses()));
        for (var part : Questions.named(taught)) {
            var counts = results.parts() == null ? null : results.parts().get(CurriculumPart.valueOf(part.code()));
            questions.add(rating(part.name(), counts, results.responses()));
        }
        return List.copyOf(questions);
    }

    private static Question rating(String title, @Nullable Map<? extends Enum<?>, Integer> counts, int all) {
        return new Question(title, counts == null ? null : bars(Questions.RATINGS, counts, all));
    }

    /** @param counts without those that aren't shown */
    private static List<Bar> bars(List<Words.Named> answers, Map<? extends Enum<?>, Integer> counts, int all) {
        var shown = new HashMap<String, Integer>();
        counts.forEach((answer, count) -> shown.put(answer.name(), count));
        return answers.stream()
                .map(answer -> {
                    var count = shown.get(answer.code());
                    return new Bar(
                            answer.name(), count, count == null || all == 0 ? null : percent((double) count / all));
                })
                .toList();
    }

    private static @Nullable String percent(@Nullable Double rate) {
        return rate == null ? null : Math.round(100 * rate) + "%";
    }
}

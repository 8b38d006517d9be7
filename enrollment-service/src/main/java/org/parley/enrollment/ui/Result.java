package org.parley.enrollment.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.enrollment.Breach;
import org.parley.enrollment.Step;
import org.parley.enrollment.Training;
import org.parley.starter.outbox.Outcome;

/** What came of a form. */
sealed interface Result {

    record Done(Cohort cohort) implements Result {}

    /** It is not there, or not for the one who asks. */
    record Gone() implements Result {}

    /** Somebody else was faster. */
    record Changed() implements Result {}

    record Refused(String problem, String words) implements Result {}

    /** @param mistakes in words, by field */
    record Wrong(Map<String, String> mistakes) implements Result {}

    static Result of(Optional<Outcome<Training, Step>> outcome) {
        var step = outcome.map(Outcome::answer).orElseGet(Step.Unknown::new);
        return switch (step) {
            case Step.Taken _ ->
                outcome.<Result>map(it -> new Done(Cohort.of(it.held()))).orElseGet(Gone::new);
            case Step.Unknown _ -> new Gone();
            case Step.Impossible(var problem, var detail) -> new Refused(problem, RefusalWords.of(problem, detail));
            case Step.Refused refused ->
                new Refused(refused.problem(), RefusalWords.of(refused.problem(), refused.detail()));
            case Step.Invalid(var breaches) -> new Wrong(mistakes(breaches));
            case Step.Unclaimed _ -> throw new IllegalStateException("No use case ends so");
        };
    }

    /** Fields are named like the rules' JSON pointers, with dashes: {@code days-0-end}. */
    static Map<String, String> mistakes(List<Breach> breaches) {
        var mistakes = new LinkedHashMap<String, String>();
        for (var breach : breaches) {
            var field = breach.field().startsWith("/") ? breach.field().substring(1) : breach.field();
            mistakes.putIfAbsent(field.replace('/', '-'), RefusalWords.ofRule(breach.rule()));
        }
        return mistakes;
    }
}

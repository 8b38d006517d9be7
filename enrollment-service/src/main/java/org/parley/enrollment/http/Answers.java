package org.parley.enrollment.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Breach;
import org.parley.enrollment.Step;
import org.parley.enrollment.Training;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Outcome;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;
import org.springframework.http.ResponseEntity;

/** What a use case is answered with. */
final class Answers {

    private Answers() {}

    /** Lets a change pass that names the version it is meant for, or none. */
    static LongConsumer guard(@Nullable String ifMatch) {
        return version -> ETags.check(ifMatch, version);
    }

    static <V> ResponseEntity<V> to(Optional<Outcome<Training, Step>> outcome, Function<Held<Training>, V> view) {
        var step = outcome.map(Outcome::answer).orElseGet(Step.Unknown::new);
        return switch (step) {
            case Step.Taken _ -> found(outcome.map(Outcome::held), view);
            case Step.Unknown _ -> throw ProblemException.notFound();
            case Step.Impossible(var problem, var detail) -> throw ProblemException.conflict(problem, detail);
            case Step.Refused refused -> throw ProblemException.conflict(refused.problem(), refused.detail());
            case Step.Invalid(var breaches) -> throw invalid(breaches);
            case Step.Unclaimed _ -> throw new IllegalStateException("No use case ends so");
        };
    }

    static <V> ResponseEntity<V> found(Optional<Held<Training>> found, Function<Held<Training>, V> view) {
        var held = found.orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().eTag(ETags.of(held.version())).body(view.apply(held));
    }

    static ProblemException invalid(List<Breach> breaches) {
        return ProblemException.invalid(breaches.stream()
                .map(breach -> new Violation(breach.field(), breach.rule()))
                .toList());
    }
}

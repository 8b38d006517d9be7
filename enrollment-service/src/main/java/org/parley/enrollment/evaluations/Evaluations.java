package org.parley.enrollment.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.parley.enrollment.Actor;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.timekeeping.DueWork;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/** The evaluations there are: what is answered, and their end, which comes by itself if nobody brings it. */
@Component
public class Evaluations implements DueWork {

    static final String CLOSING = "evaluation-closes";

    private static final Actor TIMER = new Actor("system", "system");

    private final Documents<Evaluation> evaluations;
    private final LinkKey links;
    private final Clock clock;

    Evaluations(Documents<Evaluation> evaluations, LinkKey links, Clock clock) {
        this.evaluations = evaluations;
        this.links = links;
        this.clock = clock;
    }

    public Optional<Evaluation> find(UUID training, EvaluationKind kind) {
        return evaluations.find(Evaluation.id(training, kind).toString()).map(Held::state);
    }

    public Asking ask(String link) {
        return links.evaluation(link)
                .flatMap(id -> evaluations.find(id.toString()))
                .map(Held::state)
                .filter(evaluation -> links.isGenuine(link, evaluation.generation()))
                .map(evaluation -> evaluation.ask(links.hash(link)))
                .orElseGet(Asking.Unknown::new);
    }

    /** Once by each link. */
    public Answering answer(String link, GivenAnswers answers) {
        return links.evaluation(link)
                .flatMap(id -> evaluations.change(id.toString(), held -> {
                    var before = held.state();
                    if (!links.isGenuine(link, before.generation())) {
                        return Decision.keep(new Answering.Unknown());
                    }
                    var answering = before.answer(links.hash(link), answers);
                    return switch (answering) {
                        case Answering.Taken(var after) -> Decision.write(answering, after);
                        case Answering.Used _, Answering.Over _, Answering.Invalid _, Answering.Unknown _ ->
                            Decision.keep(answering);
                    };
                }))
                .map(Outcome::answer)
                .orElseGet(Answering.Unknown::new);
    }

    /** Twice is once. Empty: there is no such evaluation. */
    public Optional<Evaluation> close(UUID training, EvaluationKind kind, Actor actor) {
        return close(Evaluation.id(training, kind), actor, NewYork.day(clock.instant()));
    }

    @Override
    public String word() {
        return CLOSING;
    }

    @Override
    public void lookAt(UUID id, LocalDate today) {
        evaluations
                .find(id.toString())
                .filter(held -> !held.state().closesOn().isAfter(today))
                .ifPresent(_ -> close(id, TIMER, today));
    }

    private Optional<Evaluation> close(UUID id, Actor actor, LocalDate today) {
        return evaluations
                .change(id.toString(), held -> {
                    var after = held.state().close(today);
                    return after.equals(held.state())
                            ? Decision.keep(after)
                            : Decision.write(after, after, EvaluationClosed.of(after, actor));
                })
                .map(Outcome::answer);
    }
}

package org.parley.enrollment.evaluations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.TrainingState;
import org.parley.enrollment.timekeeping.Wakeups;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/** Draws links: one for each officer who completed the training, whoever draws it. */
@Component
public class LinkDrawing {

    private final TrainingManagement trainings;
    private final Documents<Evaluation> evaluations;
    private final LinkKey links;
    private final Wakeups wakeups;
    private final Opening opening;

    LinkDrawing(
            TrainingManagement trainings,
            Documents<Evaluation> evaluations,
            LinkKey links,
            Wakeups wakeups,
            Opening opening) {
        this.trainings = trainings;
        this.evaluations = evaluations;
        this.links = links;
        this.wakeups = wakeups;
        this.opening = opening;
    }

    /** For all who have none yet. */
    public Drawing drawAll(UUID training, EvaluationKind kind) {
        return draw(training, kind, _ -> true, (evaluation, attended) -> {
            var missing = evaluation.missing(attended.completed());
            return missing.isEmpty()
                    ? new Choice.None("links-drawn", "A link was drawn for everybody who completed the training.")
                    : new Choice.For(evaluation, missing);
        });
    }

    /**
     * For all who completed, when links were lost: while nobody has answered, the others become no good.
     *
     * @param seen whether those that were drawn are those that whoever asks for it knows of
     */
    public Drawing drawAgain(UUID training, EvaluationKind kind, Predicate<Evaluation> seen) {
        return draw(training, kind, _ -> true, (evaluation, attended) -> {
            if (!seen.test(evaluation)) {
                return new Choice.None("links-changed", "Other links were drawn meanwhile.");
            }
            return evaluation.responses().isEmpty()
                    ? new Choice.For(evaluation.startAgain(), attended.completed())
                    : new Choice.None("answers-in", "Somebody has answered: links can't be drawn again.");
        });
    }

    /** An officer's own, once. */
    public Drawing drawOwn(UUID training, EvaluationKind kind, UUID officer) {
        return draw(
                training,
                kind,
                attended -> attended.completed().contains(officer),
                (evaluation, _) -> evaluation.hasDrawn(officer)
                        ? new Choice.None("link-drawn", "A link was drawn for this officer.")
                        : new Choice.For(evaluation, List.of(officer)));
    }

    /** Where it stands, before anybody draws. */
    public Invitation invitation(UUID training, EvaluationKind kind) {
        var found = trainings.find(training).map(held -> held.state());
        var attended = found.map(it -> Attended.of(training, it));
        return new Invitation(
                attended.map(Attended::completed).orElse(List.of()),
                found.flatMap(it -> refusal(it, attended.orElseThrow(), kind)),
                evaluations.find(Evaluation.id(training, kind).toString()).map(held -> held.state()));
    }

    /** For whom links are drawn. */
    private sealed interface Choice {

        record For(Evaluation from, Collection<UUID> officers) implements Choice {}

        record None(String problem, String detail) implements Choice {}
    }

    @FunctionalInterface
    private interface Choosing {
        Choice choose(Evaluation evaluation, Attended attended);
    }

    private Drawing draw(UUID training, EvaluationKind kind, Predicate<Attended> mayKnow, Choosing choosing) {
        Optional<Training> found = trainings.find(training).map(held -> held.state());
        if (found.isEmpty()) {
            return new Drawing.Unknown();
        }
        var attended = Attended.of(training, found.get());
        if (!mayKnow.test(attended)) {
            return new Drawing.Unknown();
        }
        return refusal(found.get(), attended, kind)
                .<Drawing>map(impossible -> impossible)
                .orElseGet(() -> draw(attended, kind, choosing));
    }

    /** Why nobody is asked yet. */
    private Optional<Drawing.Impossible> refusal(Training training, Attended attended, EvaluationKind kind) {
        if (training.state() != TrainingState.COMPLETED) {
            return Optional.of(
                    new Drawing.Impossible("training-not-completed", "The training is " + training.state() + "."));
        }
        if (attended.completed().isEmpty()) {
            return Optional.of(new Drawing.Impossible("nobody-to-ask", "Nobody has completed the training."));
        }
        return opening.refusal(attended, kind);
    }

    /** Begins with the first link: a wish that is refused leaves nothing behind that would close by itself. */
    private Drawing draw(Attended attended, EvaluationKind kind, Choosing choosing) {
        var id = Evaluation.id(attended.id(), kind);
        if (evaluations.find(id.toString()).isEmpty()) {
            var begun = Evaluation.begun(attended, kind, opening.closesOn());
            if (choosing.choose(begun, attended) instanceof Choice.None(var problem, var detail)) {
                return new Drawing.Impossible(problem, detail);
            }
            // before it is stored: one that nobody looks at would never close
            wakeups.add(begun.closesOn(), Evaluations.CLOSING, id);
            evaluations.insert(id.toString(), begun, List.of());
        }
        return draw(id.toString(), attended, choosing);
    }

    private Drawing draw(String id, Attended attended, Choosing choosing) {
        return evaluations
                .change(id, held -> {
                    var evaluation = held.state();
                    if (evaluation.isClosed()) {
                        return Decision.<Evaluation, Drawing>keep(
                                new Drawing.Impossible("evaluation-closed", "The evaluation is closed."));
                    }
                    return switch (choosing.choose(evaluation, attended)) {
                        case Choice.None(var problem, var detail) ->
                            Decision.<Evaluation, Drawing>keep(new Drawing.Impossible(problem, detail));
                        case Choice.For(var from, var officers) -> {
                            var after = from.draw(officers);
                            yield Decision.<Evaluation, Drawing>write(drawn(after, officers.size()), after);
                        }
                    };
                })
                .map(Outcome::answer)
                .orElseGet(Drawing.Unknown::new);
    }

    private Drawing drawn(Evaluation evaluation, int many) {
        var tokens = Stream.generate(() -> links.newLink(evaluation.id(), evaluation.generation()))
                .limit(many)
                .toList();
        return new Drawing.Drawn(evaluation.kind(), evaluation.closesOn(), tokens);
    }
}

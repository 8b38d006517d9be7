package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Actor;
import org.parley.enrollment.CurriculumPart;
import org.parley.starter.outbox.Fact;

/**
 * All that the world learns of an evaluation: once, at its end, as counts. An event per answer would tell by its time who
 * gave it.
 */
record EvaluationClosed(Actor actor, @Nullable String reason, State evaluation) {

    static final String TYPE = "org.parley.evaluation.closed.v1";

    record State(
            UUID id,
            UUID training,
            String cohort,
            LocalDate lastDay,
            EvaluationKind kind,
            @Nullable LocalDate closedOn,
            int invited,
            int responses,
            @Nullable Map<Rating, Integer> overall,
            @Nullable Map<CurriculumPart, Map<Rating, Integer>> parts,
            Map<Theme, Integer> themes,
            @Nullable Map<Use, Integer> used) {}

    static Fact of(Evaluation closed, Actor actor) {
        var tally = closed.tally();
        var state = new State(
                closed.id(),
                closed.training(),
                closed.cohort(),
                closed.lastDay(),
                closed.kind(),
                closed.closedOn(),
                closed.invited(),
                closed.responses().size(),
                tally.overall(),
                tally.parts(),
                tally.themes(),
                tally.used());
        return new Fact(TYPE, closed.id().toString(), new EvaluationClosed(actor, null, state));
    }
}

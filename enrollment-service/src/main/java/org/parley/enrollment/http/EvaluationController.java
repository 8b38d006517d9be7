package org.parley.enrollment.http;

import java.util.Optional;
import java.util.UUID;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.evaluations.Drawing;
import org.parley.enrollment.evaluations.Evaluation;
import org.parley.enrollment.evaluations.EvaluationKind;
import org.parley.enrollment.evaluations.Evaluations;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.enrollment.evaluations.Results;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A training's evaluation: its links, its end, and what came of it. A trainer has to do with the own cohorts only, and holds
 * no link: whoever has one can answer by it.
 */
@RestController
@RequestMapping("/v1/trainings/{training}")
class EvaluationController {

    private static final String COORDINATOR = "coordinator";

    private final LinkDrawing drawing;
    private final Evaluations evaluations;
    private final CohortScope cohorts;

    EvaluationController(LinkDrawing drawing, Evaluations evaluations, TrainingManagement trainings) {
        this.drawing = drawing;
        this.evaluations = evaluations;
        this.cohorts = new CohortScope(trainings);
    }

    /** For all who completed the training and have none; shown this once. */
    @PostMapping("/evaluation-links")
    @PreAuthorize("hasRole('coordinator')")
    Drawing.Drawn drawAll(
            @PathVariable UUID training,
            @RequestParam(defaultValue = "COURSE") EvaluationKind kind,
            @RequestParam(defaultValue = "false") boolean again) {
        return drawn(again ? drawing.drawAgain(training, kind, _ -> true) : drawing.drawAll(training, kind));
    }

    /** An officer's own; shown this once. */
    @PostMapping("/evaluation-link")
    @PreAuthorize("hasRole('officer')")
    Drawing.Drawn drawOwn(
            @PathVariable UUID training, @RequestParam(defaultValue = "COURSE") EvaluationKind kind, Caller caller) {
        var officer = caller.uuid("officer").orElseThrow(ProblemException::notFound);
        return drawn(drawing.drawOwn(training, kind, officer));
    }

    @GetMapping("/evaluation")
    @PreAuthorize("hasAnyRole('coordinator', 'trainer')")
    Results read(
            @PathVariable UUID training, @RequestParam(defaultValue = "COURSE") EvaluationKind kind, Caller caller) {
        cohorts.require(caller, training);
        return results(evaluations.find(training, kind), caller);
    }

    /** For ever: its figures are told then, once. */
    @PostMapping("/evaluation/close")
    @PreAuthorize("hasRole('coordinator')")
    Results close(
            @PathVariable UUID training, @RequestParam(defaultValue = "COURSE") EvaluationKind kind, Caller caller) {
        return results(evaluations.close(training, kind, new Requester(caller).actor()), caller);
    }

    private static Drawing.Drawn drawn(Drawing drawing) {
        return switch (drawing) {
            case Drawing.Drawn drawn -> drawn;
            case Drawing.Impossible(var problem, var detail) -> throw ProblemException.conflict(problem, detail);
            case Drawing.Unknown _ -> throw ProblemException.notFound();
        };
    }

    private static Results results(Optional<Evaluation> found, Caller caller) {
        var evaluation = found.orElseThrow(ProblemException::notFound);
        return caller.is(COORDINATOR) ? Results.exact(evaluation) : Results.discreet(evaluation);
    }
}

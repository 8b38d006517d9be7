package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.UUID;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.evaluations.Drawing;
import org.parley.enrollment.evaluations.EvaluationKind;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer's own link, which is shown on the page that draws it and never again. */
@PageController
class OwnEvaluationController {

    private final LinkDrawing links;
    private final PublicAddress address;
    private final OfficerPages pages;

    OwnEvaluationController(LinkDrawing links, PublicAddress address, TrainingManagement trainings, Clock clock) {
        this.links = links;
        this.address = address;
        this.pages = new OfficerPages(trainings, links, clock);
    }

    @PostMapping("/trainings/{id}/evaluation-link")
    ModelAndView draw(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "COURSE") EvaluationKind kind) {
        return switch (links.drawOwn(id, kind, Desk.officer(caller))) {
            case Drawing.Drawn drawn ->
                new ModelAndView("officer-link")
                        .addObject("training", id)
                        .addObject("token", drawn.tokens().getFirst())
                        .addObject("link", address.evaluation(drawn.tokens().getFirst()))
                        .addObject("until", DayLine.date(drawn.closesOn().minusDays(1)));
            case Drawing.Impossible(var problem, var detail) ->
                pages.show(
                        caller, id, Attempt.refused("evaluation", Entered.NOTHING, RefusalWords.of(problem, detail)));
            case Drawing.Unknown _ -> throw ProblemException.notFound();
        };
    }

    /** For whoever asks for that address again. */
    @GetMapping("/trainings/{id}/evaluation-link")
    ModelAndView training(@PathVariable UUID id) {
        return new ModelAndView("redirect:/trainings/" + id);
    }
}

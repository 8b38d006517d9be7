package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.evaluations.Drawing;
import org.parley.enrollment.evaluations.EvaluationKind;
import org.parley.enrollment.evaluations.Evaluations;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.enrollment.evaluations.Results;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A cohort's evaluation for those who run it: its links, its end, and what came of it. */
@PageController
class EvaluationPagesController {

    private static final String DRAW = "draw";
    private static final String CLOSE = "close";
    private static final String COURSE = "COURSE";

    private final LinkDrawing links;
    private final Evaluations evaluations;
    private final PublicAddress address;
    private final CohortPages pages;

    EvaluationPagesController(
            LinkDrawing links,
            Evaluations evaluations,
            PublicAddress address,
            TrainingManagement trainings,
            Officers officers,
            Clock clock) {
        this.links = links;
        this.evaluations = evaluations;
        this.address = address;
        this.pages = new CohortPages(trainings, officers, clock);
    }

    /** Also where forms are sent, for whoever asks for that address again. */
    @GetMapping({"/cohorts/{id}/evaluation", "/cohorts/{id}/evaluation/links", "/cohorts/{id}/evaluation/close"})
    ModelAndView read(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = COURSE) EvaluationKind kind) {
        return show(caller, id, kind, Attempt.NONE);
    }

    /**
     * The page that it answers with is the only one that ever shows them. Whoever holds them can answer by them, so no
     * trainer does.
     */
    @PostMapping("/cohorts/{id}/evaluation/links")
    @PreAuthorize("hasRole('coordinator')")
    ModelAndView draw(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = COURSE) EvaluationKind kind,
            @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var cohort = pages.find(caller, id);
        return switch (draw(id, kind, entered)) {
            case Drawing.Drawn drawn ->
                pages.page(caller, cohort, "cohort-links", Attempt.NONE)
                        .addObject("kind", kind.name())
                        .addObject("many", drawn.tokens().size())
                        .addObject(
                                "links",
                                drawn.tokens().stream()
                                        .map(it -> address.evaluation(it).toString())
                                        .collect(Collectors.joining("\n")))
                        .addObject("until", DayLine.date(drawn.closesOn().minusDays(1)));
            case Drawing.Impossible(var problem, var detail) ->
                show(caller, id, kind, Attempt.refused(DRAW, entered, RefusalWords.of(problem, detail)));
            case Drawing.Unknown _ -> throw ProblemException.notFound();
        };
    }

    @PostMapping("/cohorts/{id}/evaluation/close")
    @PreAuthorize("hasRole('coordinator')")
    ModelAndView close(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = COURSE) EvaluationKind kind) {
        if (evaluations.close(id, kind, new Requester(caller).actor()).isEmpty()) {
            throw ProblemException.notFound();
        }
        return new ModelAndView("redirect:/cohorts/" + id + "/evaluation?kind=" + kind + "&done=" + CLOSE);
    }

    /** Links that somebody else has drawn meanwhile must not become no good unseen. */
    private Drawing draw(UUID id, EvaluationKind kind, Entered entered) {
        var seen = entered.text("version").orElse("");
        return entered.text("again").isPresent()
                ? links.drawAgain(id, kind, now -> now.linksVersion().equals(seen))
                : links.drawAll(id, kind);
    }

    private ModelAndView show(Caller caller, UUID id, EvaluationKind kind, Attempt attempt) {
        var cohort = pages.find(caller, id);
        var invitation = links.invitation(id, kind);
        var exact = new Requester(caller).isCoordinator();
        var page = pages.page(caller, cohort, "cohort-evaluation", attempt)
                .addObject("kind", kind.name())
                .addObject("invitation", invitation)
                .addObject(
                        "notYet",
                        invitation
                                .notYet()
                                .map(why -> RefusalWords.of(why.problem(), why.detail()))
                                .orElse(null));
        return invitation
                .evaluation()
                .map(it -> page.addObject("version", it.linksVersion())
                        .addObject("until", DayLine.date(it.closesOn().minusDays(1)))
                        .addObject(
                                "figures",
                                EvaluationFigures.of(exact ? Results.exact(it) : Results.discreet(it), it.parts())))
                .orElse(page);
    }
}

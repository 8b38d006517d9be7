package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.web.servlet.ModelAndView;

/** A training's page for an officer, whatever led there. */
record OfficerPages(TrainingManagement trainings, LinkDrawing links, Clock clock) {

    ModelAndView show(Caller caller, UUID id, Attempt attempt) {
        var officer = Desk.officer(caller);
        var requester = new Requester(caller);
        var today = NewYork.day(clock.instant());
        var cohort = trainings
                .find(id)
                .filter(held -> requester.sees(held.state()))
                .map(Cohort::of)
                .orElseThrow(ProblemException::notFound);
        var enrollment = cohort.training().of(officer);
        var page = new ModelAndView("officer-training", attempt.status())
                .addObject("attempt", attempt)
                .addObject("commands", Desk.commands(caller))
                .addObject(
                        "evaluations",
                        enrollment
                                .filter(it -> it.state() == EnrollmentState.COMPLETED)
                                .map(_ -> OwnEvaluation.of(links, id, officer))
                                .orElse(List.of()))
                .addObject("reasons", Words.WITHDRAW);
        return enrollment
                .filter(requester::sees)
                .map(it -> page.addObject("seat", Seat.of(cohort, it, today)))
                .orElse(page)
                .addObject("open", cohort.isOpen() && !cohort.hasPlace(officer))
                .addObject("offer", Offer.of(cohort, Desk.command(caller, null), today));
    }
}

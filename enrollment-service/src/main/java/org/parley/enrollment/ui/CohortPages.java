package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.TrainingState;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.web.servlet.ModelAndView;

/** A cohort's page for those who run it, whatever led there. */
record CohortPages(TrainingManagement trainings, Officers officers, Clock clock) {

    /** Who doesn't run it doesn't know of it. */
    Cohort find(Caller caller, UUID id) {
        return trainings
                .find(id)
                .filter(held -> new Requester(caller).runs(held.state()))
                .map(Cohort::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** @param number of one of its days, from 1 */
    Cohort find(Caller caller, UUID id, int number) {
        var cohort = find(caller, id);
        if (number < 1 || number > cohort.training().plan().days().size()) {
            throw ProblemException.notFound();
        }
        return cohort;
    }

    ModelAndView show(Caller caller, UUID id, Attempt attempt) {
        var cohort = find(caller, id);
        var state = cohort.training().state();
        return page(caller, cohort, "cohort", attempt)
                .addObject("live", cohort.isLive())
                .addObject("names", names(cohort))
                .addObject("draft", state == TrainingState.DRAFT)
                .addObject("completed", state == TrainingState.COMPLETED)
                .addObject("running", state == TrainingState.RUNNING)
                .addObject("roster", seats(cohort, Cohort::isSeated))
                .addObject("line", seats(cohort, it -> it.state() == EnrollmentState.WAITLISTED))
                .addObject("requests", seats(cohort, it -> it.state() == EnrollmentState.REQUESTED))
                .addObject("trainers", cohort.training().plan().trainers())
                .addObject("reasons", Words.CANCEL);
    }

    /** What every page of a cohort says. */
    ModelAndView page(Caller caller, Cohort cohort, String view, Attempt attempt) {
        return new ModelAndView(view, attempt.status())
                .addObject("attempt", attempt)
                .addObject("training", TrainingCard.of(cohort, NewYork.day(clock.instant())))
                .addObject("plans", new Requester(caller).isCoordinator());
    }

    /** Of all on the roster. */
    Map<UUID, String> names(Cohort cohort) {
        return new Labels(officers).of(cohort.training().roster(), _ -> true);
    }

    private List<Seat> seats(Cohort cohort, Predicate<Enrollment> which) {
        return cohort.training().roster().stream()
                .filter(which)
                .map(Seat.in(cohort, NewYork.day(clock.instant())))
                .toList();
    }
}

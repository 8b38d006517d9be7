package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.TrainingState;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** All cohorts for coordinators, their own for trainers, and who is in each. */
@PageController
class CohortBoardController {

    private final Programme programme;
    private final CohortPages pages;
    private final Clock clock;

    CohortBoardController(Catalogue catalogue, TrainingManagement trainings, Officers officers, Clock clock) {
        this.programme = new Programme(catalogue);
        this.pages = new CohortPages(trainings, officers, clock);
        this.clock = clock;
    }

    @GetMapping("/cohorts")
    ModelAndView board(Caller caller) {
        var requester = new Requester(caller);
        var all = programme.of(requester::runs);
        return new ModelAndView("cohort-board")
                .addObject("plans", requester.isCoordinator())
                .addObject("current", cards(all, cohort -> !isOver(cohort)))
                .addObject("over", cards(all, CohortBoardController::isOver).reversed());
    }

    @GetMapping("/cohorts/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        return pages.show(caller, id, Attempt.NONE);
    }

    private List<TrainingCard> cards(List<Cohort> all, Predicate<Cohort> which) {
        var today = NewYork.day(clock.instant());
        return all.stream().filter(which).map(it -> TrainingCard.of(it, today)).toList();
    }

    private static boolean isOver(Cohort cohort) {
        var state = cohort.training().state();
        return state == TrainingState.COMPLETED || state == TrainingState.CANCELLED;
    }
}

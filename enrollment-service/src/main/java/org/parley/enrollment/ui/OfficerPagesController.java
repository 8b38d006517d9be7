package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What an officer can ask for, and where they stand in what they asked for. */
@PageController
class OfficerPagesController {

    private final Programme programme;
    private final OfficerPages pages;
    private final Clock clock;

    OfficerPagesController(Catalogue catalogue, TrainingManagement trainings, LinkDrawing links, Clock clock) {
        this.programme = new Programme(catalogue);
        this.pages = new OfficerPages(trainings, links, clock);
        this.clock = clock;
    }

    @GetMapping("/trainings")
    ModelAndView trainings(Caller caller) {
        var officer = Desk.officer(caller);
        var command = Desk.command(caller, null);
        var requester = new Requester(caller);
        var today = NewYork.day(clock.instant());
        var all = programme.of(requester::sees);
        var mine = all.stream()
                .flatMap(cohort -> cohort.training().of(officer).filter(requester::sees).stream()
                        .map(it -> Seat.of(cohort, it, today)))
                .sorted(Comparator.comparing(seat -> !seat.isCurrent()))
                .toList();
        var offers = all.stream()
                .filter(cohort -> cohort.isOpen()
                        && !cohort.begins().isBefore(today)
                        && cohort.training().of(officer).isEmpty())
                .map(cohort -> Offer.of(cohort, command, today))
                .toList();
        return new ModelAndView("officer-trainings")
                .addObject("mine", mine)
                .addObject("offers", offers)
                .addObject("attempt", Attempt.NONE);
    }

    @GetMapping("/trainings/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        return pages.show(caller, id, Attempt.NONE);
    }
}

package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What officers of a command asked for, and where those stand who were approved. */
@PageController
class CommandPagesController {

    private final Programme programme;
    private final CommandPages pages;
    private final Labels labels;
    private final Clock clock;

    CommandPagesController(Catalogue catalogue, TrainingManagement trainings, Officers officers, Clock clock) {
        this.programme = new Programme(catalogue);
        this.pages = new CommandPages(catalogue, trainings, officers, clock);
        this.labels = new Labels(officers);
        this.clock = clock;
    }

    /** A training with those of the command who have, or wait for, a seat in it. */
    record Group(TrainingCard training, List<Seat> seats) {

        Group {
            seats = List.copyOf(seats);
        }
    }

    /** @param command needed by whoever commands several, who get their first one without it */
    @GetMapping("/command")
    ModelAndView officers(Caller caller, @RequestParam(required = false) @Nullable String command) {
        var chosen = Desk.command(caller, command);
        var today = NewYork.day(clock.instant());
        var live = programme.of(training -> true).stream()
                .filter(Cohort::isLive)
                .map(cohort -> new Group(TrainingCard.of(cohort, today), seats(cohort, chosen)))
                .toList();
        return new ModelAndView("command-list")
                .addObject("command", chosen)
                .addObject(
                        "names",
                        labels.of(
                                live.stream()
                                        .flatMap(group -> group.seats().stream())
                                        .map(Seat::enrollment)
                                        .toList(),
                                chosen::equals))
                .addObject("commands", Desk.commands(caller))
                .addObject(
                        "requests",
                        live.stream()
                                .flatMap(group -> group.seats().stream())
                                .filter(Seat::isRequested)
                                .toList())
                .addObject(
                        "groups",
                        live.stream()
                                .map(group -> new Group(
                                        group.training(),
                                        group.seats().stream()
                                                .filter(it -> it.isEnrolled() || it.isWaiting())
                                                .toList()))
                                .filter(group -> !group.seats().isEmpty())
                                .toList());
    }

    @GetMapping("/command/trainings/{training}/enrollments/{enrollment}")
    ModelAndView one(Caller caller, @PathVariable UUID training, @PathVariable UUID enrollment) {
        return pages.show(caller, training, enrollment, Attempt.NONE);
    }

    private List<Seat> seats(Cohort cohort, String command) {
        return cohort.training().roster().stream()
                .filter(it -> it.command().equals(command))
                .map(Seat.in(cohort, NewYork.day(clock.instant())))
                .toList();
    }
}

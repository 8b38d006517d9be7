package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.web.servlet.ModelAndView;

/** The page of one officer in one training for the officer's commander, whatever led there. */
record CommandPages(Catalogue catalogue, TrainingManagement trainings, Officers officers, Clock clock) {

    ModelAndView show(Caller caller, UUID training, UUID enrollment, Attempt attempt) {
        var today = NewYork.day(clock.instant());
        var cohort = trainings.find(training).map(Cohort::of).orElseThrow(ProblemException::notFound);
        var officer = cohort.training()
                .enrollment(enrollment)
                .filter(it -> isOf(caller, it))
                .orElseThrow(ProblemException::notFound);
        return new ModelAndView("command-officer", attempt.status())
                .addObject("attempt", attempt)
                .addObject("seat", Seat.of(cohort, officer, today))
                .addObject("command", officer.command())
                .addObject("names", new Labels(officers).of(List.of(officer), officer.command()::equals))
                .addObject("others", others(training, officer))
                .addObject("declining", Words.DECLINE)
                .addObject("withdrawing", Words.WITHDRAW);
    }

    static boolean isOf(Caller caller, Enrollment enrollment) {
        return Desk.commands(caller).stream().anyMatch(own -> own.code().equals(enrollment.command()));
    }

    /** Open trainings, in which the officer isn't yet. */
    private List<TrainingCard> others(UUID training, Enrollment officer) {
        return open(new Programme(catalogue)).stream()
                .filter(it -> !it.id().equals(training)
                        && it.training().of(officer.officer()).isEmpty())
                .map(it -> TrainingCard.of(it, NewYork.day(clock.instant())))
                .toList();
    }

    static List<Cohort> open(Programme programme) {
        return programme.of(training -> true).stream().filter(Cohort::isOpen).toList();
    }
}

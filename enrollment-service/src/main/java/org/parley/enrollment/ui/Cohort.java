package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.util.UUID;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingState;
import org.parley.starter.outbox.Held;

/** A training as a page reads it. */
record Cohort(UUID id, long version, Training training) {

    static Cohort of(Held<Training> held) {
        return new Cohort(UUID.fromString(held.id()), held.version(), held.state());
    }

    /** Counts what happened to one enrollment, so that others on the roster disturb nobody's decision about it. */
    long versionOf(UUID enrollment) {
        return training.enrollment(enrollment).map(Cohort::version).orElse(0L);
    }

    static long version(Enrollment enrollment) {
        return enrollment.history().size();
    }

    /** Counts what was recorded of one day's attendance. */
    long versionOfDay(int number) {
        return training.roster().stream()
                .flatMap(one -> one.history().stream())
                .filter(entry ->
                        entry.attendance() != null && entry.attendance().day() == number)
                .count();
    }

    boolean isOpen() {
        return training.state() == TrainingState.OPEN;
    }

    /** On the roster, and not as one who has left. */
    boolean hasPlace(UUID officer) {
        return training.of(officer).filter(it -> !it.hasLeft()).isPresent();
    }

    /** Seats can be given up, days attended. */
    boolean isLive() {
        return isOpen() || training.state() == TrainingState.RUNNING;
    }

    LocalDate begins() {
        return training.plan().days().getFirst().date();
    }

    /** The number of the day that is on this date; 0 when none is. */
    int dayOn(LocalDate date) {
        var days = training.plan().days();
        for (var place = 0; place < days.size(); place++) {
            if (days.get(place).date().equals(date)) {
                return place + 1;
            }
        }
        return 0;
    }

    static boolean isSeated(Enrollment enrollment) {
        return switch (enrollment.state()) {
            case ENROLLED, COMPLETED, INCOMPLETE, NO_SHOW -> true;
            case REQUESTED, WAITLISTED, DECLINED, WITHDRAWN -> false;
        };
    }

    /** There is something to give up. */
    boolean canWithdraw(Enrollment enrollment) {
        return isLive()
                && (enrollment.state() == EnrollmentState.ENROLLED
                        || enrollment.state() == EnrollmentState.WAITLISTED
                        || enrollment.state() == EnrollmentState.REQUESTED);
    }
}

package org.parley.enrollment;

import static org.parley.enrollment.EnrollmentState.COMPLETED;
import static org.parley.enrollment.EnrollmentState.DECLINED;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.INCOMPLETE;
import static org.parley.enrollment.EnrollmentState.NO_SHOW;
import static org.parley.enrollment.EnrollmentState.REQUESTED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.EnrollmentState.WITHDRAWN;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An officer on the roster of a training. The command and its borough stay what they were when the officer asked for the
 * seat.
 */
public record Enrollment(
        UUID id,
        UUID officer,
        String command,
        String borough,
        boolean nco,
        EnrollmentState state,
        List<AttendedDay> days) {

    public Enrollment {
        days = days.stream().sorted(Comparator.comparing(AttendedDay::date)).toList();
    }

    static Enrollment requested(UUID training, SeatRequest request, String borough) {
        var id = Ids.enrollment(training, request.officer());
        return new Enrollment(id, request.officer(), request.command(), borough, request.nco(), REQUESTED, List.of());
    }

    /** Has, or has had to the end, one of the training's seats. */
    boolean seated() {
        return state == ENROLLED || state == COMPLETED || state == INCOMPLETE || state == NO_SHOW;
    }

    /** Waits for a seat, or has waited for one to the end. */
    boolean waited() {
        return state == WAITLISTED || state == DECLINED;
    }

    Enrollment seat() {
        return with(ENROLLED, days);
    }

    Enrollment waitlist() {
        return with(WAITLISTED, days);
    }

    /** Gives the seat, or the place in the line, back. */
    Enrollment withdraw() {
        return with(WITHDRAWN, days);
    }

    /** There for these hours on that day, instead of what was recorded for it; 0 is not there. */
    Enrollment attended(LocalDate date, double hours) {
        var others = days.stream().filter(day -> !day.date().equals(date));
        var there = hours > 0 ? Stream.of(new AttendedDay(date, hours)) : Stream.<AttendedDay>empty();
        return with(state, Stream.concat(others, there).toList());
    }

    /** How it ends when the training does. */
    Enrollment end(int trainingDays) {
        return switch (state) {
            case ENROLLED -> with(days.isEmpty() ? NO_SHOW : days.size() < trainingDays ? INCOMPLETE : COMPLETED, days);
            case REQUESTED, WAITLISTED -> with(DECLINED, days);
            case DECLINED, WITHDRAWN, COMPLETED, INCOMPLETE, NO_SHOW -> this;
        };
    }

    private Enrollment with(EnrollmentState next, List<AttendedDay> attended) {
        return new Enrollment(id, officer, command, borough, nco, next, attended);
    }
}

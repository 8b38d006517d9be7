package org.parley.enrollment;

import static org.parley.enrollment.EnrollmentState.COMPLETED;
import static org.parley.enrollment.EnrollmentState.DECLINED;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.INCOMPLETE;
import static org.parley.enrollment.EnrollmentState.NO_SHOW;
import static org.parley.enrollment.EnrollmentState.REQUESTED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.EnrollmentState.WITHDRAWN;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An officer on the roster of a training. The command and its borough stay what they were when the officer asked for the
 * seat.
 *
 * @param requestedAt when the officer first asked for a seat, or asked anew after having left: the place in the line, also
 *     in a training to which the officer was transferred
 * @param reason of the present state, where it has one
 * @param movedTo the training to which the officer was transferred
 */
public record Enrollment(
        UUID id,
        UUID officer,
        String command,
        String borough,
        boolean nco,
        EnrollmentState state,
        Instant requestedAt,
        @Nullable String reason,
        @Nullable UUID movedTo,
        List<AttendedDay> days,
        @Nullable WrongCodes wrongCodes,
        List<HistoryEntry> history) {

    static final String TRAINING_CANCELLED = "TRAINING_CANCELLED";
    static final String TRAINING_OVER = "TRAINING_OVER";
    static final String TRANSFERRED = "TRANSFERRED";
    /** Had a seat in another training when one came free here. */
    static final String SEAT_ELSEWHERE = "SEAT_ELSEWHERE";

    public Enrollment {
        days = days.stream()
                .sorted(Comparator.comparing(AttendedDay::date).thenComparingInt(AttendedDay::number))
                .toList();
        history = List.copyOf(history);
    }

    /** Waits for its approval. */
    static Enrollment requested(UUID training, SeatRequest request, String borough, Instant at) {
        var id = Ids.enrollment(training, request.officer());
        return new Enrollment(
                id,
                request.officer(),
                request.command(),
                borough,
                request.nco(),
                REQUESTED,
                at,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    /** Has, or has had to the end, one of the training's seats. */
    boolean seated() {
        return state == ENROLLED || state == COMPLETED || state == INCOMPLETE || state == NO_SHOW;
    }

    /** Waits for a seat, or has waited for one to the end. */
    boolean waited() {
        return state == WAITLISTED || state == DECLINED;
    }

    /** Has a seat, or a place in a line, in a training that isn't over. */
    boolean isLive() {
        return state == REQUESTED || state == WAITLISTED || state == ENROLLED;
    }

    /** Has given the seat, or the place in the line, up, or was refused one: may ask anew. */
    public boolean hasLeft() {
        return state == WITHDRAWN || state == DECLINED;
    }

    public Optional<AttendedDay> day(int number) {
        return days.stream().filter(it -> it.number() == number).findFirst();
    }

    /** Of all days together, those made up included. */
    double hours() {
        return days.stream().mapToDouble(AttendedDay::hours).sum();
    }

    Enrollment seat() {
        return to(ENROLLED, null);
    }

    Enrollment waitlist() {
        return to(WAITLISTED, null);
    }

    /** The same person in another training, in whose line the first request counts. */
    Enrollment in(UUID training) {
        return new Enrollment(
                Ids.enrollment(training, officer),
                officer,
                command,
                borough,
                nco,
                WAITLISTED,
                requestedAt,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    /** The place in the line is by the new request; what was before is history. */
    Enrollment askedAnew(Enrollment request) {
        return new Enrollment(
                id,
                officer,
                request.command,
                request.borough,
                request.nco,
                request.state,
                request.requestedAt,
                null,
                null,
                days,
                wrongCodes,
                history);
    }

    Enrollment requestedAt(Instant at) {
        return new Enrollment(
                id, officer, command, borough, nco, state, at, reason, movedTo, days, wrongCodes, history);
    }

    /** Gives the seat, or the place in the line, back. Whoever has none stays as is. */
    Enrollment withdraw(@Nullable String why) {
        return isLive() ? to(WITHDRAWN, why) : this;
    }

    Enrollment decline(String why) {
        return to(DECLINED, why);
    }

    Enrollment moveTo(UUID training) {
        return new Enrollment(
                id,
                officer,
                command,
                borough,
                nco,
                WITHDRAWN,
                requestedAt,
                TRANSFERRED,
                training,
                days,
                wrongCodes,
                history);
    }

    /** There for these hours on that day, instead of what was recorded for it; 0 is not there. */
    Enrollment attended(AttendedDay day) {
        var others = days.stream().filter(it -> it.number() != day.number());
        var there = day.hours() > 0 ? Stream.of(day) : Stream.<AttendedDay>empty();
        return with(Stream.concat(others, there).toList(), wrongCodes, history);
    }

    Enrollment wrongCode(int day) {
        return with(days, new WrongCodes(day, wrongCodesOn(day) + 1), history);
    }

    int wrongCodesOn(int day) {
        return wrongCodes != null && wrongCodes.day() == day ? wrongCodes.count() : 0;
    }

    /** How it ends when the training does, or stands after a day was made up. */
    Enrollment end() {
        return switch (state) {
            case ENROLLED, INCOMPLETE, NO_SHOW ->
                to(days.isEmpty() ? NO_SHOW : days.size() < TrainingPlan.DAYS ? INCOMPLETE : COMPLETED, null);
            case REQUESTED, WAITLISTED -> to(DECLINED, TRAINING_OVER);
            case DECLINED, WITHDRAWN, COMPLETED -> this;
        };
    }

    Enrollment recorded(List<HistoryEntry> entries) {
        return with(
                days,
                wrongCodes,
                Stream.concat(history.stream(), entries.stream()).toList());
    }

    private Enrollment to(EnrollmentState next, @Nullable String why) {
        return new Enrollment(
                id, officer, command, borough, nco, next, requestedAt, why, movedTo, days, wrongCodes, history);
    }

    private Enrollment with(List<AttendedDay> attended, @Nullable WrongCodes wrong, List<HistoryEntry> entries) {
        return new Enrollment(
                id, officer, command, borough, nco, state, requestedAt, reason, movedTo, attended, wrong, entries);
    }
}

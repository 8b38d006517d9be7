package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Cancellation;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.EnrollmentSummary;
import org.parley.enrollment.Ids;

/**
 * Where one officer stands in one training.
 *
 * @param version of the enrollment alone
 * @param hours of all days together
 * @param signIn the number of today's day when it is the officer's to sign in on; 0 otherwise
 * @param movedTo the training that the officer was moved to; null for none
 * @param instead another one that is offered since this one was cancelled; null for none
 */
record Seat(
        TrainingCard training,
        Enrollment enrollment,
        String command,
        long version,
        Standing standing,
        String hours,
        boolean canWithdraw,
        int signIn,
        @Nullable String movedTo,
        @Nullable String instead) {

    static Seat of(Cohort cohort, Enrollment enrollment, LocalDate today) {
        return in(cohort, today).apply(enrollment);
    }

    /** Of many in one training, which is looked at once. */
    static Function<Enrollment, Seat> in(Cohort cohort, LocalDate today) {
        var training = TrainingCard.of(cohort, today);
        var waiting = cohort.training().waiting();
        return enrollment -> of(
                training.with(DayLine.of(cohort.training(), Optional.of(enrollment), today)),
                cohort,
                enrollment,
                Standing.of(waiting, enrollment),
                cohort.dayOn(today));
    }

    /** @param day the number of today's; 0 when none is */
    private static Seat of(TrainingCard training, Cohort cohort, Enrollment enrollment, Standing standing, int day) {
        var signsIn = cohort.isLive()
                && enrollment.state() == EnrollmentState.ENROLLED
                && day > 0
                && enrollment.day(day).isEmpty();
        var cancellation = Optional.ofNullable(cohort.training().cancellation());
        return new Seat(
                training,
                enrollment,
                Words.command(enrollment.command()).name(),
                Cohort.version(enrollment),
                standing,
                Words.hours(EnrollmentSummary.of(cohort.id(), cohort.training(), enrollment)
                        .hours()),
                cohort.canWithdraw(enrollment),
                signsIn ? day : 0,
                Optional.ofNullable(enrollment.movedTo()).map(Object::toString).orElse(null),
                cancellation.map(Cancellation::instead).map(Object::toString).orElse(null));
    }

    public boolean isRequested() {
        return enrollment.state() == EnrollmentState.REQUESTED;
    }

    public boolean isEnrolled() {
        return enrollment.state() == EnrollmentState.ENROLLED;
    }

    public boolean isWaiting() {
        return enrollment.state() == EnrollmentState.WAITLISTED;
    }

    /** The officer has a certificate of it. */
    public boolean isCompleted() {
        return enrollment.state() == EnrollmentState.COMPLETED;
    }

    /** Of the certificate that follows when it is completed. */
    public UUID certificate() {
        return Ids.certificate(enrollment.id());
    }

    /** It has not come to its end. */
    public boolean isCurrent() {
        return isRequested() || isEnrolled() || isWaiting();
    }
}

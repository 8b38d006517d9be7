package org.parley.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training as the world sees it: counts instead of the roster. */
public record TrainingSummary(
        UUID id,
        TrainingState state,
        String cohort,
        int capacity,
        @Nullable Integer seatsPerCommand,
        @Nullable Integer seatsPerBorough,
        List<TrainingDay> days,
        List<UUID> trainers,
        List<CurriculumPart> parts,
        int requested,
        int enrolled,
        int waitlisted,
        int completed,
        int incomplete,
        int noShow,
        @Nullable CancelReason cancelledFor,
        @Nullable UUID instead,
        @Nullable Instant completedAt) {

    public static TrainingSummary of(UUID id, Training training) {
        var plan = training.plan();
        var cancellation = training.cancellation();
        return new TrainingSummary(
                id,
                training.state(),
                plan.cohort(),
                plan.capacity(),
                plan.seatsPerCommand(),
                plan.seatsPerBorough(),
                plan.days(),
                plan.trainers(),
                plan.parts(),
                training.count(it -> it.state() == EnrollmentState.REQUESTED),
                training.count(Enrollment::seated),
                training.count(Enrollment::waited),
                training.count(it -> it.state() == EnrollmentState.COMPLETED),
                training.count(it -> it.state() == EnrollmentState.INCOMPLETE),
                training.count(it -> it.state() == EnrollmentState.NO_SHOW),
                cancellation == null ? null : cancellation.reason(),
                cancellation == null ? null : cancellation.instead(),
                training.completedAt());
    }
}

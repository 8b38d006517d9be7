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
        List<TrainingDay> days,
        int enrolled,
        int waitlisted,
        int completed,
        int incomplete,
        int noShow,
        @Nullable Instant completedAt) {

    public static TrainingSummary of(UUID id, Training training) {
        return new TrainingSummary(
                id,
                training.state(),
                training.plan().cohort(),
                training.plan().capacity(),
                training.plan().days(),
                training.count(Enrollment::seated),
                training.count(Enrollment::waited),
                training.count(it -> it.state() == EnrollmentState.COMPLETED),
                training.count(it -> it.state() == EnrollmentState.INCOMPLETE),
                training.count(it -> it.state() == EnrollmentState.NO_SHOW),
                training.completedAt());
    }
}

package org.parley.enrollment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an enrollment.
 *
 * @param state where the officer stood afterwards
 * @param reason of that state
 * @param movedTo the training to which the officer was transferred
 * @param attendance the day whose hours were recorded or corrected; null when it was something else
 */
public record HistoryEntry(
        Instant at,
        Actor actor,
        EnrollmentState state,
        @Nullable String reason,
        @Nullable UUID movedTo,
        @Nullable Correction attendance) {

    /** Hours of one day, 0 for not there. */
    public record Correction(
            int day, double before, double after, @Nullable UUID madeUpIn) {}
}

package org.parley.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment with the training it belongs to, as the world sees it.
 *
 * @param hours of all days together
 */
public record EnrollmentSummary(
        UUID id,
        UUID training,
        String cohort,
        UUID officer,
        String command,
        String borough,
        boolean nco,
        EnrollmentState state,
        Instant requestedAt,
        @Nullable UUID movedTo,
        List<AttendedDay> days,
        double hours) {

    public static EnrollmentSummary of(UUID training, Training of, Enrollment enrollment) {
        return new EnrollmentSummary(
                enrollment.id(),
                training,
                of.plan().cohort(),
                enrollment.officer(),
                enrollment.command(),
                enrollment.borough(),
                enrollment.nco(),
                enrollment.state(),
                enrollment.requestedAt(),
                enrollment.movedTo(),
                enrollment.days(),
                enrollment.hours());
    }
}

package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** An enrollment with the training it belongs to. */
public record EnrollmentSummary(
        UUID training, String cohort, @JsonUnwrapped Enrollment enrollment) {

    public static EnrollmentSummary of(UUID training, Training of, Enrollment enrollment) {
        return new EnrollmentSummary(training, of.plan().cohort(), enrollment);
    }
}

package org.parley.enrollment;

/** Where an officer stands in a training. */
public enum EnrollmentState {
    REQUESTED,
    ENROLLED,
    WAITLISTED,
    DECLINED,
    WITHDRAWN,
    COMPLETED,
    INCOMPLETE,
    NO_SHOW
}

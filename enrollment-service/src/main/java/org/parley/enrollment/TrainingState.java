package org.parley.enrollment;

/** The life of a training. It is RUNNING from the first attendance on. */
public enum TrainingState {
    DRAFT,
    OPEN,
    RUNNING,
    COMPLETED,
    CANCELLED
}

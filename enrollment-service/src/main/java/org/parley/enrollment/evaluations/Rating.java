package org.parley.enrollment.evaluations;

/** From best to worst. */
public enum Rating {
    EXCELLENT,
    GOOD,
    FAIR,
    POOR;

    /** Counts as approval. */
    boolean approves() {
        return this == EXCELLENT || this == GOOD;
    }
}

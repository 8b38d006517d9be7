package org.parley.enrollment.evaluations;

/** How often an officer uses on the job what was learned. */
public enum Use {
    DAILY,
    WEEKLY,
    MONTHLY,
    NEVER
}

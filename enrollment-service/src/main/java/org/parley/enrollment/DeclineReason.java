package org.parley.enrollment;

/** Why a request is not approved; codes of contracts/codes/enrollment-decline-reasons.csv. */
public enum DeclineReason {
    STAFFING,
    NOT_ELIGIBLE,
    ALREADY_TRAINED,
    OTHER_COHORT
}

package org.parley.enrollment;

/** Why a training does not take place; the codes of contracts/codes/training-cancel-reasons.csv. */
public enum CancelReason {
    TRAINER_UNAVAILABLE,
    VENUE_UNAVAILABLE,
    TOO_FEW_ENROLLED,
    WEATHER,
    OPERATIONS,
    ENTERED_IN_ERROR
}

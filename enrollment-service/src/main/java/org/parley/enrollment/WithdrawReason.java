package org.parley.enrollment;

/** Why an officer gives up a seat or a place in the line; codes of contracts/codes/enrollment-withdraw-reasons.csv. */
public enum WithdrawReason {
    DUTY,
    ILLNESS,
    LEAVE,
    LEFT_COMMAND,
    NO_LONGER_WANTED,
    OTHER
}

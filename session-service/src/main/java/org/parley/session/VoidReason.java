package org.parley.session;

/** Why a log counts no more. */
public enum VoidReason {
    DUPLICATE,
    WRONG_OFFICER,
    WRONG_COMMAND,
    WRONG_REFERRAL,
    ENTERED_IN_ERROR,
    TEST
}

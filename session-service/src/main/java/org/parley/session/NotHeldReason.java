package org.parley.session;

/** Why a session was not held; never which party it was. */
public enum NotHeldReason {
    NO_SHOW,
    PARTY_DECLINED,
    RESCHEDULED,
    UNSUITABLE,
    SAFETY,
    OTHER
}

package org.parley.casework.calls;

/** A service that is spoken to. */
public enum House {
    REFERRAL,
    SESSION,
    REPORTING
}

package org.parley.faults.load.calls;

/** Those that clients ask over HTTP. */
public enum Service {
    ENROLLMENT,
    SESSION,
    REFERRAL
}

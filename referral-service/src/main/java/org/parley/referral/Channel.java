package org.parley.referral;

/** The way a referral came in. */
public enum Channel {
    HTTP,
    KAFKA
}

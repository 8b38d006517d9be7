package org.parley.referral;

/** All that a precinct may learn of a mediation's result. */
public enum Resolution {
    WHOLE,
    PARTLY,
    NOT
}

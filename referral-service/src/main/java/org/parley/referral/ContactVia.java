package org.parley.referral;

/** Who the center gets in touch through. */
public enum ContactVia {
    PRECINCT,
    PARTIES
}

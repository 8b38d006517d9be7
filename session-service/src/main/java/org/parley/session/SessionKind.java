package org.parley.session;

/** Who led the mediation. */
public enum SessionKind {
    OFFICER_LED,
    CENTER_LED
}

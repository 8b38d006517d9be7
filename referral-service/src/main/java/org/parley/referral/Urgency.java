package org.parley.referral;

/** How quickly a center has to answer. */
public enum Urgency {
    ROUTINE,
    URGENT
}

package org.parley.referral;

/** Why a dispute must not go to mediation, in the order in which they are asked. */
public enum Stop {
    ARREST_MADE,
    VIOLENT_FELONY_OR_DRUGS,
    WEAPON,
    ORDER_OF_PROTECTION,
    INTIMATE_PARTNER,
    NO_CONSENT
}

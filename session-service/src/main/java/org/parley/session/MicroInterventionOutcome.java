package org.parley.session;

/** How an on-the-spot de-escalation ended. */
public enum MicroInterventionOutcome {
    CALMED,
    VOLUNTARY_COMPLIANCE,
    SEPARATED,
    REFERRED,
    UNRESOLVED,
    ESCALATED,
    ARREST;

    public boolean isArrest() {
        return this == ARREST;
    }

    /** An arrest ends it, or follows an escalation; what was calmed, separated or referred ended without one. */
    public boolean allowsArrest() {
        return this == ARREST || this == ESCALATED;
    }
}

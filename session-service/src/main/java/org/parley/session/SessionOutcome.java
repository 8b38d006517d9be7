package org.parley.session;

/** How a session ended. */
public enum SessionOutcome {
    AGREEMENT_ALL,
    AGREEMENT_MOST,
    AGREEMENT_SOME,
    PROGRESS,
    NO_AGREEMENT,
    NOT_HELD
}

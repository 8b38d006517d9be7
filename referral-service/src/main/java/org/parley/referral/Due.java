package org.parley.referral;

import java.time.Instant;

/**
 * What has to happen next, and by when: every open referral has one, so that none is forgotten.
 *
 * @param since when its time began: a downtime after that is added to it
 * @param level how often it has been overdue already
 */
public record Due(What what, Instant at, int level, Instant since) {

    public enum What {
        /** The center has to answer. */
        OFFER,
        /** A coordinator has to find a center. */
        PLACEMENT,
        /** The center has to reach the parties, or the precinct for them. */
        FIRST_CONTACT,
        /** The center has to plan a session, the first or another one. */
        SCHEDULING,
        /** The center has to say what came of the session. */
        OUTCOME,
        /** The center has to go on or to end it. */
        HOLD
    }

    static Due first(What what, Instant at, Instant since) {
        return new Due(what, at, 0, since);
    }

    Due again(Instant at, Instant since) {
        return new Due(what, at, level + 1, since);
    }
}

package org.parley.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mediation session that was held for a referral, as session-service told of it.
 *
 * @param sequence of the event it was learned from; a lower one brings nothing new
 */
public record HeldSession(UUID session, long sequence, Outcome outcome, Instant heldAt) {

    /** Also when what was put right in it is nothing that concerns a referral. */
    boolean isKnownBy(HeldSession known) {
        return known.session.equals(session)
                && (known.sequence >= sequence || (known.outcome == outcome && known.heldAt.equals(heldAt)));
    }

    /** One that was voided stays known, so that what was told of it before can't bring it back. */
    public boolean counts() {
        return outcome != Outcome.NOT_HELD;
    }

    Optional<Resolution> resolution() {
        return outcome.resolution();
    }
}

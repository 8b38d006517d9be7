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

    boolean isKnownBy(HeldSession known) {
        return known.session.equals(session) && known.sequence >= sequence;
    }

    Optional<Resolution> resolution() {
        return outcome.resolution();
    }
}

package org.parley.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mediation session that was held for a referral, as session-service told of it.
 *
 * @param sequence of the event it was learned from; a lower one brings nothing new
 */
public record HeldSession(UUID session, long sequence, String outcome, Instant heldAt) {

    boolean isKnownBy(HeldSession known) {
        return known.session.equals(session) && known.sequence >= sequence;
    }

    /** How much of the dispute was resolved; empty while the mediation goes on. */
    Optional<Resolution> resolution() {
        return switch (outcome) {
            case "AGREEMENT_ALL" -> Optional.of(Resolution.WHOLE);
            case "AGREEMENT_MOST", "AGREEMENT_SOME" -> Optional.of(Resolution.PARTLY);
            case "NO_AGREEMENT" -> Optional.of(Resolution.NOT);
            default -> Optional.empty();
        };
    }
}

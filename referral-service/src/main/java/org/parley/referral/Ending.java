package org.parley.referral;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a referral ended: closed by its center, or withdrawn by its precinct. */
public record Ending(Instant at, String reason, @Nullable Resolution resolution) {

    public static final String MEDIATED = "MEDIATED";
    static final String CONSENT_REVOKED = "CONSENT_REVOKED";

    /**
     * What is heard of sessions only after the end tells how it was resolved, if mediation is what ended it: the final
     * outcome of the last sitting counts, whichever was heard of last, and when none is left nobody knows.
     */
    Ending resolvedBy(List<HeldSession> sessions) {
        return reason.equals(MEDIATED)
                ? new Ending(
                        at,
                        reason,
                        sessions.reversed().stream()
                                .filter(session -> session.resolution().isPresent())
                                .max(Comparator.comparing(HeldSession::heldAt))
                                .flatMap(HeldSession::resolution)
                                .orElse(null))
                : this;
    }
}

package org.parley.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a referral ended: closed by its center, or withdrawn by its precinct. */
public record Ending(Instant at, String reason, @Nullable Resolution resolution) {

    static final String MEDIATED = "MEDIATED";
    static final String CONSENT_REVOKED = "CONSENT_REVOKED";

    /** A session heard of only after the end tells how it was resolved, if mediation is what ended it. */
    Ending resolvedBy(HeldSession late) {
        return reason.equals(MEDIATED)
                ? new Ending(at, reason, late.resolution().orElse(resolution))
                : this;
    }
}

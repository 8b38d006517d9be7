package org.parley.referral;

import java.util.Optional;

/** How a mediation session came out. */
public enum Outcome {
    AGREEMENT_ALL,
    AGREEMENT_MOST,
    AGREEMENT_SOME,
    PROGRESS,
    NO_AGREEMENT,
    NOT_HELD;

    /** How much of the dispute was resolved; empty while the mediation goes on. */
    Optional<Resolution> resolution() {
        return switch (this) {
            case AGREEMENT_ALL -> Optional.of(Resolution.WHOLE);
            case AGREEMENT_MOST, AGREEMENT_SOME -> Optional.of(Resolution.PARTLY);
            case NO_AGREEMENT -> Optional.of(Resolution.NOT);
            case PROGRESS, NOT_HELD -> Optional.empty();
        };
    }
}

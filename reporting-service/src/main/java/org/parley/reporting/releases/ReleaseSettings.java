package org.parley.reporting.releases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param firstYear from when on figures are public
 * @param closedAfterDays how long after its end a quarter is closed: what is recorded by then is in its first release
 * @param fewest the smallest count that is shown, beside zero
 */
@ConfigurationProperties("parley.releases")
record ReleaseSettings(
        @DefaultValue("2026") int firstYear,
        @DefaultValue("45") int closedAfterDays,
        @DefaultValue("11") int fewest) {

    /** Below this the proof does not hold: there must be two numbers that a suppressed one may be. */
    private static final int LEAST = 5;

    ReleaseSettings {
        if (fewest < LEAST) {
            throw new IllegalArgumentException("parley.releases.fewest must be " + LEAST + " or more");
        }
        if (closedAfterDays < 1) {
            throw new IllegalArgumentException("parley.releases.closed-after-days must be 1 or more");
        }
    }

    Suppression suppression() {
        return new Suppression(fewest);
    }
}

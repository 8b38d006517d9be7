package org.parley.referral.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keyLife for how long a key is the one to encrypt for
 * @param topicRetention for how long the intake topic keeps a record
 * @param margin how much later than that a key is destroyed: for systems that keep the published keys for an hour, and
 *     records that wait to be sent
 * @param poll how often is looked whether a key is to be made or destroyed
 */
@ConfigurationProperties("parley.referral.intake")
record IntakeSettings(
        @DefaultValue("1d") Duration keyLife,
        @DefaultValue("1d") Duration topicRetention,
        @DefaultValue("6h") Duration margin,
        @DefaultValue("1m") Duration poll) {

    IntakeSettings {
        if (keyLife.toSeconds() < 1) {
            throw new IllegalArgumentException("parley.referral.intake.key-life must be a second at least");
        }
    }

    /** For how long a key is still needed when it is no longer the one to encrypt for. */
    Duration afterlife() {
        return topicRetention.plus(margin);
    }
}

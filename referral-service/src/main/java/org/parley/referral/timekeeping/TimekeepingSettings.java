package org.parley.referral.timekeeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how often to look what is due
 * @param outageAfter a silence of all copies as long as this was an outage: it is added to all deadlines
 * @param clockTolerance a clock further than this from the store's suspends the timekeeper
 */
@ConfigurationProperties("parley.referral.timekeeping")
record TimekeepingSettings(
        @DefaultValue("5s") Duration poll,
        @DefaultValue("1m") Duration outageAfter,
        @DefaultValue("1m") Duration clockTolerance) {}

package org.parley.enrollment.timekeeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how often to look what is due
 * @param clockTolerance a clock further than this from the store's suspends the timekeeper
 */
@ConfigurationProperties("parley.enrollment.timekeeping")
record TimekeepingSettings(
        @DefaultValue("1m") Duration poll,
        @DefaultValue("1m") Duration clockTolerance) {}

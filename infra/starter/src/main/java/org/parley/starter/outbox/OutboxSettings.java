package org.parley.starter.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param epoch raised by one when the store was restored from a backup
 * @param held how many documents' events the relay keeps in memory at most; the rest waits in the store
 * @param sweepEvery the shortest time between two sweeps
 * @param sweepShare how much of the time sweeping may take; a slow sweep is followed by a longer pause
 * @param sweepAge entries younger than this are left to the relay that was handed them
 * @param retryEvery how long to wait before trying a broker or a store again that failed; doubled twice at most
 */
@ConfigurationProperties("parley.outbox")
public record OutboxSettings(
        @DefaultValue("0") long epoch,
        @DefaultValue("10000") int held,
        @DefaultValue("30s") Duration sweepEvery,
        @DefaultValue("0.01") double sweepShare,
        @DefaultValue("10s") Duration sweepAge,
        @DefaultValue("1s") Duration retryEvery) {}

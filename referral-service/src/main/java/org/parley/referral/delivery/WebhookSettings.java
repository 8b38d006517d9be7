package org.parley.referral.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowPrivate whether endpoints may be http and on private networks; for a machine of one's own
 * @param poll how often to look for entries that another copy of the service wrote
 * @param timeout of one delivery, from the name's resolution to the last byte of the answer; well under a lease
 * @param retries pauses between attempts, each with jitter; after the last the entry is left in the inbox
 * @param breakerPause how long an endpoint that fails again and again is left alone
 * @param disableAfter how long every delivery must have failed until the endpoint is disabled
 * @param secretOverlap how long a replaced secret goes on signing beside the new one
 * @param publicUrl of this service: what the links in deliveries begin with
 */
@ConfigurationProperties("parley.webhooks")
record WebhookSettings(
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("15s") Duration timeout,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @DefaultValue("5s") Duration breakerPause,
        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue("http://127.0.0.1:8083") URI publicUrl) {

    /**
     * When to try again after so many attempts; up to a tenth later than said, so that not all come at once. Empty when
     * it was the last.
     */
    Optional<Instant> next(int attempts, Instant now) {
        if (attempts > retries.size()) {
            return Optional.empty();
        }
        var pause = retries.get(attempts - 1).toMillis();
        return Optional.of(now.plusMillis(pause + ThreadLocalRandom.current().nextLong(pause / 10 + 1)));
    }
}

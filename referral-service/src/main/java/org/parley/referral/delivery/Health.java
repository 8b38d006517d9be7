package org.parley.referral.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber's endpoint has behaved since it was registered.
 *
 * @param registered which registration it is about
 * @param failingSince the first failure after the last success
 * @param notBefore until when it asked to be left alone
 */
record Health(
        @Nullable Instant registered,
        @Nullable Instant failingSince,
        @Nullable Instant notBefore) {

    static final Health UNKNOWN = new Health(null, null, null);

    boolean isOf(Endpoint endpoint) {
        return endpoint.since().equals(registered);
    }

    static Health fresh(Endpoint endpoint) {
        return new Health(endpoint.since(), null, null);
    }

    Health taken() {
        return failingSince == null && notBefore == null ? this : new Health(registered, null, null);
    }

    Health failed(Instant now, Optional<Instant> patience) {
        return new Health(registered, failingSince == null ? now : failingSince, patience.orElse(null));
    }

    boolean isLeftAlone(Instant now) {
        return notBefore != null && notBefore.isAfter(now);
    }

    boolean hasFailedFor(Duration time, Instant now) {
        return failingSince != null && !failingSince.plus(time).isAfter(now);
    }

    /** When it may be asked at the earliest, if not at the time planned. */
    Instant notBefore(Instant planned) {
        return notBefore != null && notBefore.isAfter(planned) ? notBefore : planned;
    }
}

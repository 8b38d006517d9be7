package org.parley.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The center that took the referral, and how far it has come.
 *
 * @param contactedAt when it first reached the parties, or the precinct for them
 * @param scheduledFor the session it has planned
 */
public record Placement(
        String center,
        Instant acceptedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant scheduledFor) {

    /** Only the first contact counts. */
    Placement contacted(Instant now) {
        return contactedAt == null ? new Placement(center, acceptedAt, now, scheduledFor) : this;
    }

    /** Who has agreed on a date has been reached. */
    Placement scheduled(Instant at, Instant now) {
        return new Placement(center, acceptedAt, contacted(now).contactedAt, at);
    }
}

package org.parley.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The center that took the referral, and the session it has planned. */
public record Placement(
        String center, Instant acceptedAt, @Nullable Instant scheduledFor) {}

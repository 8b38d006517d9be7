package org.parley.referral.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Hold;

/** Since when and until when a referral is put aside, and why. */
public record HoldView(Instant since, Instant until, String reason) {

    public static @Nullable HoldView from(@Nullable Hold hold) {
        return hold == null ? null : new HoldView(hold.since(), hold.until(), hold.reason());
    }
}

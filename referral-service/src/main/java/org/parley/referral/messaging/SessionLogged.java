package org.parley.referral.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Outcome;
import org.parley.starter.consume.Refused;

/** As much of session-service's event as closing a referral needs. */
record SessionLogged(@Nullable Session session) {

    record Session(
            @Nullable UUID id,
            @Nullable String center,
            @Nullable UUID referral,
            @Nullable Outcome outcome,
            @Nullable Instant startedAt,
            @Nullable String voidReason) {

        /** One that was voided is as good as not held. */
        Outcome lastWord() {
            return voidReason == null && outcome != null ? outcome : Outcome.NOT_HELD;
        }
    }

    /** @throws Refused when what every such event must have is missing */
    Session whole() {
        var whole = session;
        if (whole == null || whole.id() == null || whole.outcome() == null || whole.startedAt() == null) {
            throw new Refused("SCHEMA", "session: id, outcome and startedAt must be given");
        }
        return Objects.requireNonNull(whole);
    }
}

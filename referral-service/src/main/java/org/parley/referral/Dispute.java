package org.parley.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.routing.Matter;

/** What a referral is about. Set once, when it is submitted; nothing in it is personal. */
public record Dispute(
        String command,
        String borough,
        String type,
        Urgency urgency,
        String language,
        @Nullable UUID officer,
        @Nullable UUID placeId,
        Channel channel,
        ContactVia contactVia,
        int parties,
        Instant occurredAt,
        Instant submittedAt) {

    /** What may decide where it goes. */
    Matter matter() {
        return new Matter(borough, command, type, language);
    }
}

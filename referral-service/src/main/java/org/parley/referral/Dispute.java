package org.parley.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.duplicates.Likeness;
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

    /** What it has in common with another one that is likely the same matter; none where the place isn't known. */
    Optional<Likeness> likeness() {
        return Optional.ofNullable(placeId).map(place -> Likeness.of(place, type, occurredAt));
    }

    /** What may decide where it goes. */
    Matter matter() {
        return new Matter(borough, command, type, language);
    }
}

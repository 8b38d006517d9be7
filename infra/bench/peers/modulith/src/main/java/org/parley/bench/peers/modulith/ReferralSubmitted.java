package org.parley.bench.peers.modulith;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told, of the size and with the fields of Parley's event. */
record ReferralSubmitted(Actor actor, @Nullable String reason, Matter referral) {

    record Actor(String role, String id) {}

    record Matter(
            String id,
            String state,
            String command,
            String borough,
            String type,
            String urgency,
            String language,
            String officer,
            String placeId,
            String channel,
            String contactVia,
            int parties,
            Instant occurredAt,
            Instant submittedAt,
            @Nullable String screenedOutFor,
            List<String> offers,
            @Nullable String center,
            @Nullable Instant acceptedAt,
            @Nullable Instant scheduledFor,
            List<String> sessions,
            @Nullable Instant closedAt,
            @Nullable String closeReason,
            @Nullable String resolution,
            @Nullable Instant withdrawnAt) {}

    static ReferralSubmitted of(Referral referral) {
        var posted = referral.submission();
        return new ReferralSubmitted(
                new Actor("precinct-system", "connector"),
                null,
                new Matter(
                        referral.id(),
                        referral.state(),
                        posted.command(),
                        "BROOKLYN",
                        posted.type(),
                        posted.urgency(),
                        posted.language(),
                        posted.officer(),
                        UUID.nameUUIDFromBytes(
                                        posted.address().line().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString(),
                        "HTTP",
                        posted.contactVia(),
                        posted.parties().size(),
                        posted.occurredAt(),
                        referral.submittedAt(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null));
    }
}

package org.parley.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.codes.Listed;
import org.parley.referral.contacts.Incident;
import org.parley.referral.places.Address;

/**
 * What a precinct's system puts right in a referral that no center has taken yet. What is absent stays as it is; people
 * can't be amended.
 */
public record Amendment(
        @Nullable @Listed("dispute-types") String type,
        @Nullable Urgency urgency,
        @Nullable @Listed("languages") String language,
        @Nullable @PastOrPresent Instant occurredAt,
        @Nullable UUID officer,
        @Nullable @Valid Address address,
        @Nullable @Size(max = 64) String incidentNumber) {

    public Amendment {
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean namesNothing() {
        return type == null
                && urgency == null
                && language == null
                && occurredAt == null
                && officer == null
                && address == null
                && incidentNumber == null;
    }

    Dispute dispute(Dispute known, @Nullable UUID placeId) {
        return new Dispute(
                known.command(),
                known.borough(),
                or(type, known.type()),
                or(urgency, known.urgency()),
                or(language, known.language()),
                officer == null ? known.officer() : officer,
                address == null ? known.placeId() : placeId,
                known.channel(),
                known.contactVia(),
                known.parties(),
                or(occurredAt, known.occurredAt()),
                known.submittedAt());
    }

    Incident incident(Incident known) {
        return new Incident(
                address == null ? known.address() : address,
                incidentNumber == null ? known.incidentNumber() : incidentNumber);
    }

    private static <T> T or(@Nullable T amended, T known) {
        return Optional.ofNullable(amended).orElse(known);
    }

    /** Never the content: a log line is no place for it. */
    @Override
    public String toString() {
        return "Amendment";
    }
}

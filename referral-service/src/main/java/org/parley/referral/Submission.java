package org.parley.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.codes.Listed;
import org.parley.referral.contacts.Party;
import org.parley.referral.places.Address;

/**
 * A dispute as a precinct's system posts it, over HTTP or Kafka: the wire form and the command in one, since nothing is
 * translated between them. What is required is checked by validation, so until then anything may be missing.
 *
 * @param reference the system's own; the same reference is the same referral
 */
@CommandOfItsDay
@PartiesToContact
public record Submission(
        @Nullable @Pattern(regexp = REFERENCE, message = "must be 1 to 64 of A-Z a-z 0-9 . _ : / -")
        String reference,

        @NotNull @Listed("commands") String command,
        @Nullable UUID officer,
        @NotNull @Listed("dispute-types") String type,
        @NotNull @PastOrPresent Instant occurredAt,
        @Nullable @Valid Address address,
        @Nullable @Size(max = 64) String incidentNumber,
        Urgency urgency,
        @Listed("languages") String language,
        @NotNull ContactVia contactVia,
        @NotNull @Valid Screening screening,
        @Size(max = 20) List<@NotNull @Valid Party> parties) {

    static final String REFERENCE = "[A-Za-z0-9._:/-]{1,64}";

    @SuppressWarnings("NullAway") // checked by validation, which comes after reading
    public Submission {
        urgency = Objects.requireNonNullElse(urgency, Urgency.ROUTINE);
        language = Objects.requireNonNullElse(language, "en");
        parties = parties == null ? List.of() : parties;
        // The store keeps no more, and an event must say what the store says.
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Never the content: a log line is no place for it. */
    @Override
    public String toString() {
        return "Submission";
    }
}

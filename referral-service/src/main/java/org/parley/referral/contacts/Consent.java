package org.parley.referral.contacts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whether a person agreed to be contacted, what for and how long. */
public record Consent(
        @NotNull Boolean given,

        @NotNull @Pattern(regexp = "MEDIATION", message = "must be MEDIATION")
        String purpose,

        @Nullable LocalDate until) {

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    /** When it is over by itself: with the end of its last day. */
    public @Nullable Instant end() {
        return until == null ? null : until.plusDays(1).atStartOfDay(CITY).toInstant();
    }

    boolean holdsOn(LocalDate day) {
        return given && (until == null || !until.isBefore(day));
    }
}

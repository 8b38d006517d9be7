package org.parley.referral.contacts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a person agreed to be contacted, what for and how long. */
public record Consent(
        @NotNull Boolean given,

        @NotNull @Pattern(regexp = "MEDIATION", message = "must be MEDIATION")
        String purpose,

        @Nullable LocalDate until) {

    boolean holdsOn(LocalDate day) {
        return given && (until == null || !until.isBefore(day));
    }
}

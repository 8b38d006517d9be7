package org.parley.referral.contacts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.referral.codes.Listed;

/** A person in a dispute. */
public record Party(
        @NotNull @Size(min = 1, max = 200) String name,
        @Nullable @Size(max = 40) @Phone String phone,
        @Nullable @Size(max = 254) @Email String email,
        @Nullable @Listed("languages") String language,
        @Nullable @Size(max = 500) String needs,
        @NotNull @Valid Consent consent) {

    public boolean consentsOn(LocalDate day) {
        return consent.holdsOn(day);
    }

    /** As it is kept: a number is dialled the same however it was written down. */
    Party normalised() {
        return new Party(
                name.strip(),
                phone == null ? null : Phone.Rule.normalised(phone).orElse(phone),
                email == null ? null : email.strip(),
                language,
                needs,
                consent);
    }

    /** Never the person: a log line is no place for one. */
    @Override
    public String toString() {
        return "Party";
    }
}

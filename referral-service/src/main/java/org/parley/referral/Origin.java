package org.parley.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.contacts.Sealed;

/**
 * Where a referral came from, and what of it must never leave this service except to those it is meant for.
 *
 * @param fingerprint keyed hash of the submission: tells a repetition from another body under the same reference
 * @param sealed the incident and the consenting parties, encrypted
 */
public record Origin(String client, @Nullable String reference, String fingerprint, List<Sealed> sealed) {

    public Origin {
        sealed = List.copyOf(sealed);
    }

    Origin with(List<Sealed> other) {
        return new Origin(client, reference, fingerprint, other);
    }
}

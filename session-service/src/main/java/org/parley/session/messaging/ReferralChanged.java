package org.parley.session.messaging;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.KnownReferral;
import org.parley.starter.consume.Newer;

/** Any event of referral-service: all of them carry the referral as it is afterwards. */
record ReferralChanged(Referral referral) {

    ReferralChanged {
        requireNonNull(referral);
    }

    record Referral(
            UUID id,
            String state,
            String command,
            @Nullable String center,
            @Nullable String type) {

        Referral {
            requireNonNull(id);
            requireNonNull(state);
            requireNonNull(command);
        }
    }

    Newer<KnownReferral> toNewer(long sequence) {
        return new Newer<>(
                referral.id().toString(),
                sequence,
                new KnownReferral(referral.state(), referral.command(), referral.center(), referral.type()));
    }
}

package org.parley.referral.audience;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Current;
import org.parley.referral.Offer;
import org.parley.referral.Referral;
import org.parley.referral.Resolution;
import org.parley.referral.Stop;
import org.parley.referral.Urgency;

/** The police-safe view: how far it has come and how it ended, never who declined or what was said. Closed: nothing is added to it in passing. */
public record PrecinctView(
        UUID id,
        @Nullable String reference,
        Referral.State state,
        String command,
        String type,
        Urgency urgency,
        Instant submittedAt,
        Instant occurredAt,
        @Nullable Stop screenedOutFor,
        @Nullable String offeredTo,
        @Nullable String center,
        @Nullable Instant acceptedAt,
        @Nullable Instant scheduledFor,
        @Nullable Instant closedAt,
        @Nullable Resolution resolution,
        long version) {

    public static PrecinctView from(Current current) {
        var referral = current.referral();
        var dispute = referral.dispute();
        var placement = referral.placement();
        var closed = referral.state() == Referral.State.CLOSED ? referral.ending() : null;
        return new PrecinctView(
                current.id(),
                referral.origin().reference(),
                referral.state(),
                dispute.command(),
                dispute.type(),
                dispute.urgency(),
                dispute.submittedAt(),
                dispute.occurredAt(),
                referral.screenedOutFor(),
                referral.openOffer().map(Offer::center).orElse(null),
                placement == null ? null : placement.center(),
                placement == null ? null : placement.acceptedAt(),
                placement == null ? null : placement.scheduledFor(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.resolution(),
                current.version());
    }
}

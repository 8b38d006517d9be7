package org.parley.referral.audience;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.ContactVia;
import org.parley.referral.Current;
import org.parley.referral.Offer;
import org.parley.referral.Referral;
import org.parley.referral.Urgency;

/** What a coordinator needs to find a center, and why those asked were chosen; neither the incident nor people. */
public record CoordinatorView(
        UUID id,
        Referral.State state,
        String command,
        String borough,
        String type,
        Urgency urgency,
        String language,
        ContactVia contactVia,
        Instant submittedAt,
        List<RoutedOffer> offers,
        @Nullable String center,
        @Nullable Instant acceptedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant scheduledFor,
        @Nullable HoldView hold,
        @Nullable DueView due,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        long version) {

    /** @param why the reasons for which this center was asked */
    public record RoutedOffer(
            int number,
            String center,
            Offer.State state,
            Instant offeredAt,
            Instant deadline,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            List<String> why) {

        static RoutedOffer from(Offer offer) {
            return new RoutedOffer(
                    offer.number(),
                    offer.center(),
                    offer.state(),
                    offer.offeredAt(),
                    offer.deadline(),
                    offer.decidedAt(),
                    offer.reason(),
                    offer.why());
        }
    }

    public static CoordinatorView from(Current current) {
        var referral = current.referral();
        var dispute = referral.dispute();
        var placement = referral.placement();
        var end = referral.ending();
        return new CoordinatorView(
                current.id(),
                referral.state(),
                dispute.command(),
                dispute.borough(),
                dispute.type(),
                dispute.urgency(),
                dispute.language(),
                dispute.contactVia(),
                dispute.submittedAt(),
                referral.offers().stream().map(RoutedOffer::from).toList(),
                placement == null ? null : placement.center(),
                placement == null ? null : placement.acceptedAt(),
                placement == null ? null : placement.contactedAt(),
                placement == null ? null : placement.scheduledFor(),
                HoldView.from(referral.hold()),
                DueView.from(referral.due()),
                end == null ? null : end.at(),
                end == null ? null : end.reason(),
                current.version());
    }
}

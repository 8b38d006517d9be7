package org.parley.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The referral as every event carries it: all that is not personal, and nothing else. The precinct's reference, the
 * incident and the parties stay behind.
 */
record PublicReferral(
        UUID id,
        Referral.State state,
        String command,
        String borough,
        String type,
        Urgency urgency,
        String language,
        @Nullable UUID officer,
        @Nullable UUID placeId,
        Channel channel,
        ContactVia contactVia,
        int parties,
        Instant occurredAt,
        Instant submittedAt,
        @Nullable Stop screenedOutFor,
        List<PublicOffer> offers,
        @Nullable String center,
        @Nullable Instant acceptedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant scheduledFor,
        @Nullable PublicHold hold,
        @Nullable PublicDue due,
        List<Instant> consentEnds,
        @Nullable Instant keptUntil,
        List<PublicSession> sessions,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable Resolution resolution,
        @Nullable Instant withdrawnAt,
        @Nullable Instant enteredInErrorAt) {

    record PublicOffer(
            int number,
            String center,
            Offer.State state,
            Instant offeredAt,
            Instant deadline,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static PublicOffer from(Offer offer) {
            return new PublicOffer(
                    offer.number(),
                    offer.center(),
                    offer.state(),
                    offer.offeredAt(),
                    offer.deadline(),
                    offer.decidedAt(),
                    offer.reason());
        }
    }

    record PublicSession(UUID session, Outcome outcome, Instant heldAt) {

        static PublicSession from(HeldSession held) {
            return new PublicSession(held.session(), held.outcome(), held.heldAt());
        }
    }

    record PublicHold(Instant since, Instant until, String reason) {

        static @Nullable PublicHold from(@Nullable Hold hold) {
            return hold == null ? null : new PublicHold(hold.since(), hold.until(), hold.reason());
        }
    }

    record PublicDue(Due.What what, Instant at, int level) {

        static @Nullable PublicDue from(@Nullable Due due) {
            return due == null ? null : new PublicDue(due.what(), due.at(), due.level());
        }
    }

    static PublicReferral from(UUID id, Referral referral) {
        var dispute = referral.dispute();
        var placement = referral.placement();
        var ending = referral.ending();
        var closed = referral.state() == Referral.State.CLOSED ? ending : null;
        var withdrawn = referral.state() == Referral.State.WITHDRAWN ? ending : null;
        var inError = referral.state() == Referral.State.ENTERED_IN_ERROR ? ending : null;
        return new PublicReferral(
                id,
                referral.state(),
                dispute.command(),
                dispute.borough(),
                dispute.type(),
                dispute.urgency(),
                dispute.language(),
                dispute.officer(),
                dispute.placeId(),
                dispute.channel(),
                dispute.contactVia(),
                dispute.parties(),
                dispute.occurredAt(),
                dispute.submittedAt(),
                referral.screenedOutFor(),
                referral.offers().stream().map(PublicOffer::from).toList(),
                placement == null ? null : placement.center(),
                placement == null ? null : placement.acceptedAt(),
                placement == null ? null : placement.contactedAt(),
                placement == null ? null : placement.scheduledFor(),
                PublicHold.from(referral.hold()),
                PublicDue.from(referral.due()),
                referral.origin().consentEnds(),
                referral.keptUntil(),
                referral.sessions().stream()
                        .filter(HeldSession::counts)
                        .map(PublicSession::from)
                        .toList(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.reason(),
                closed == null ? null : closed.resolution(),
                withdrawn == null ? null : withdrawn.at(),
                inError == null ? null : inError.at());
    }
}

package org.parley.referral.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Holding;
import org.parley.referral.Offer;
import org.parley.referral.Participant;
import org.parley.referral.Referral;
import org.parley.referral.contacts.Party;

/**
 * All that is held about one party of a referral, for that party: nothing about any other.
 *
 * @param held null once its data has been destroyed
 * @param sharedWith the centers that have accepted the referral
 * @param destroyedBy when its data is destroyed at the latest; null when that can't be said yet
 */
record ExportView(
        UUID referral,
        int party,
        Participant.Agreement consent,
        @Nullable Instant consentUntil,
        @Nullable HeldView held,
        String type,
        String command,
        Instant submittedAt,
        Referral.State state,
        List<String> sharedWith,
        List<LooksView.LookView> looks,
        @Nullable Instant destroyedBy) {

    record HeldView(
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String language,
            @Nullable String needs,
            String purpose,
            @Nullable LocalDate until) {

        static HeldView from(Party party) {
            return new HeldView(
                    party.name(),
                    party.phone(),
                    party.email(),
                    party.language(),
                    party.needs(),
                    party.consent().purpose(),
                    party.consent().until());
        }
    }

    static ExportView from(Holding holding) {
        var referral = holding.current().referral();
        var own = "party-" + holding.participant().number();
        return new ExportView(
                holding.current().id(),
                holding.participant().number(),
                holding.participant().agreement(),
                holding.participant().until(),
                holding.party().map(HeldView::from).orElse(null),
                referral.dispute().type(),
                referral.dispute().command(),
                referral.dispute().submittedAt(),
                referral.state(),
                referral.offers().stream()
                        .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                        .map(Offer::center)
                        .distinct()
                        .toList(),
                holding.looks().stream()
                        .filter(look -> look.what().contains(own))
                        .map(LooksView.LookView::from)
                        .toList(),
                destroyedBy(holding.participant(), referral));
    }

    private static @Nullable Instant destroyedBy(Participant party, Referral referral) {
        return Stream.of(
                        party.agrees() ? Optional.ofNullable(party.until()) : Optional.<Instant>empty(),
                        Optional.ofNullable(referral.keptUntil()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}

package org.parley.referral.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.CaseFile;
import org.parley.referral.ContactVia;
import org.parley.referral.Current;
import org.parley.referral.HeldSession;
import org.parley.referral.Offer;
import org.parley.referral.Outcome;
import org.parley.referral.Referral;
import org.parley.referral.Resolution;
import org.parley.referral.Urgency;
import org.parley.referral.contacts.Incident;
import org.parley.referral.contacts.Party;

/**
 * What a center sees. Before it has accepted: what kind of dispute, in which borough, in which language, how urgent.
 * Afterwards the course of it, and while it works on it the incident and the people: when it asks for it or accepts it,
 * not in the answers to what else it does. Closed: nothing is added in passing.
 *
 * @param likelyDuplicates null in a list, where nobody has looked for them
 * @param state null unless this center has taken the referral: where else it went is not this center's business
 */
public record CenterView(
        UUID id,
        OfferView offer,
        String type,
        String borough,
        String language,
        Urgency urgency,
        Referral.@Nullable State state,
        @Nullable String command,
        @Nullable ContactVia contactVia,
        @Nullable Integer parties,
        @Nullable Instant occurredAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant scheduledFor,
        @Nullable HoldView hold,
        @Nullable DueView due,
        List<SessionView> sessions,
        @Nullable EndView end,
        @Nullable IncidentView incident,
        List<ContactView> contacts,
        @Nullable List<LookalikeView> likelyDuplicates,
        long version) {

    public record OfferView(
            int number,
            Offer.State state,
            Instant offeredAt,
            Instant deadline,
            @Nullable Instant decidedAt) {

        static OfferView from(Offer offer) {
            return new OfferView(offer.number(), offer.state(), offer.offeredAt(), offer.deadline(), offer.decidedAt());
        }
    }

    public record SessionView(UUID session, Outcome outcome, Instant heldAt) {

        static SessionView from(HeldSession held) {
            return new SessionView(held.session(), held.outcome(), held.heldAt());
        }
    }

    public record EndView(
            Instant at, String reason, @Nullable Resolution resolution) {}

    public record IncidentView(
            @Nullable String line,
            @Nullable String city,
            @Nullable String zip,
            @Nullable String incidentNumber) {

        static IncidentView from(Incident incident) {
            var address = incident.address();
            return new IncidentView(
                    address == null ? null : address.line(),
                    address == null ? null : address.city(),
                    address == null ? null : address.zip(),
                    incident.incidentNumber());
        }
    }

    /** @param party its number in the referral, from 0 */
    public record ContactView(
            int party,
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String language,
            @Nullable String needs) {

        static List<ContactView> of(CaseFile file) {
            var views = new ArrayList<ContactView>();
            file.parties().forEach((number, party) -> views.add(from(number, party)));
            return views;
        }

        private static ContactView from(int number, Party party) {
            return new ContactView(number, party.name(), party.phone(), party.email(), party.language(), party.needs());
        }
    }

    /** Same place, same type, same day: what to do with it is for a person to decide. */
    public record LookalikeView(UUID referral, String link) {

        static List<LookalikeView> of(CaseFile file, String center) {
            return file.lookalikes().stream()
                    .map(other -> new LookalikeView(other, "/v1/centers/" + center + "/referrals/" + other))
                    .toList();
        }
    }

    public static CenterView from(CaseFile file, String center) {
        return from(file, center, LookalikeView.of(file, center));
    }

    /** Without the incident and the people, whoever has it. */
    public static CenterView listed(Current current, String center) {
        return from(new CaseFile(current, Optional.empty(), new TreeMap<>(), List.of()), center, null);
    }

    private static CenterView from(CaseFile file, String center, @Nullable List<LookalikeView> alike) {
        var referral = file.current().referral();
        var dispute = referral.dispute();
        var offer = OfferView.from(referral.offerTo(center).orElseThrow());
        var placement = referral.placement();
        if (placement == null || !referral.isHeldBy(center)) {
            return new CenterView(
                    file.current().id(),
                    offer,
                    dispute.type(),
                    dispute.borough(),
                    dispute.language(),
                    dispute.urgency(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    alike,
                    file.current().version());
        }
        var end = referral.ending();
        return new CenterView(
                file.current().id(),
                offer,
                dispute.type(),
                dispute.borough(),
                dispute.language(),
                dispute.urgency(),
                referral.state(),
                dispute.command(),
                dispute.contactVia(),
                dispute.parties(),
                dispute.occurredAt(),
                dispute.submittedAt(),
                placement.acceptedAt(),
                placement.contactedAt(),
                placement.scheduledFor(),
                HoldView.from(referral.hold()),
                DueView.from(referral.due()),
                referral.sessions().stream()
                        .filter(HeldSession::counts)
                        .map(SessionView::from)
                        .toList(),
                end == null ? null : new EndView(end.at(), end.reason(), end.resolution()),
                file.incident().map(IncidentView::from).orElse(null),
                ContactView.of(file),
                alike,
                file.current().version());
    }
}

package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Transition.Moved;
import org.parley.referral.contacts.Consent;
import org.parley.referral.contacts.Party;
import org.parley.referral.contacts.Sealed;
import org.parley.referral.places.Address;
import org.parley.referral.routing.TwoCenters;

/** Disputes, people and referrals of the tests, and the times at which things happen to them. */
final class ReferralFixture {

    static final UUID ID = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");
    static final UUID OFFICER = UUID.fromString("5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11");
    static final UUID PLACE = UUID.fromString("e5f7a9b1-c3d5-4e7f-8a9b-0c1d2e3f4a07");
    static final UUID SESSION = UUID.fromString("c2d4e6f8-1a3b-4c5d-9e7f-0a2b4c6d8e05");
    static final Instant OCCURRED = Instant.parse("2026-11-23T03:30:00Z");
    static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T10:00:00Z");
    static final Instant BEFORE_NOON = Instant.parse("2026-11-23T16:00:00Z");
    static final Instant NEXT_DAY = Instant.parse("2026-11-24T15:00:00Z");
    static final Instant DAY_AFTER = Instant.parse("2026-11-25T14:00:00Z");
    static final Instant CONTACT_PASSED = Instant.parse("2026-11-29T15:00:00Z");
    static final Instant OFFER_PASSED = Instant.parse("2026-11-30T22:00:00Z");
    static final Instant SESSION_AT = Instant.parse("2026-12-03T23:00:00Z");
    static final Instant SESSION_HEARD_OF = Instant.parse("2026-12-04T00:41:00Z");

    static final Instant END_OF_JANUARY = Instant.parse("2027-02-01T05:00:00Z");

    static final String NYPI = "nypi";
    static final String RED_HOOK = "rhpp";
    static final Actor PRECINCT = new Actor("precinct-system", "precinct-075");
    static final Actor CENTER = new Actor("center-system", "center-nypi");

    static final Actor COORDINATOR = new Actor("coordinator", "coordinator");

    static final Deadlines DEADLINES = new Deadlines(
            Duration.ofHours(48),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(5),
            Duration.ofDays(14),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(90));

    private ReferralFixture() {}

    static Occasion by(Actor actor, Instant now) {
        return new Occasion(actor, now, DEADLINES);
    }

    static Dispute noise() {
        return new Dispute(
                "PCT-075",
                "BROOKLYN",
                "NOISE",
                Urgency.ROUTINE,
                "en",
                OFFICER,
                PLACE,
                Channel.HTTP,
                ContactVia.PRECINCT,
                0,
                OCCURRED,
                MONDAY_MORNING);
    }

    static Origin origin() {
        return new Origin("precinct-075", "ref-1", "fingerprint", List.of(), List.of(), List.of());
    }

    /** The first agrees until the end of January, the other as long as it takes. */
    static Origin originWithTwoParties() {
        return new Origin(
                "precinct-075",
                "ref-1",
                "fingerprint",
                List.of(sealed("incident"), sealed("party-0"), sealed("party-1")),
                List.of("ring"),
                List.of(
                        new Participant(0, Participant.Agreement.GIVEN, END_OF_JANUARY),
                        new Participant(1, Participant.Agreement.GIVEN, null)));
    }

    private static Sealed sealed(String what) {
        return new Sealed(what, "ring", null, new Binary(new byte[] {1}));
    }

    static Referral offeredWithTwoParties() {
        var noise = noise();
        var dispute = new Dispute(
                noise.command(),
                noise.borough(),
                noise.type(),
                noise.urgency(),
                noise.language(),
                noise.officer(),
                noise.placeId(),
                noise.channel(),
                ContactVia.PARTIES,
                2,
                noise.occurredAt(),
                noise.submittedAt());
        var first = TwoCenters.router().next(dispute.matter(), Set.of());
        return Referral.submitted(dispute, originWithTwoParties(), first, by(PRECINCT, MONDAY_MORNING))
                .after();
    }

    static Referral acceptedWithTwoParties() {
        return moved(offeredWithTwoParties().accept(NYPI, by(CENTER, NEXT_DAY))).after();
    }

    static Moved submittedNoise() {
        return Referral.submitted(
                noise(), origin(), TwoCenters.router().next(noise().matter(), Set.of()), by(PRECINCT, MONDAY_MORNING));
    }

    static Referral offered() {
        return submittedNoise().after();
    }

    static Referral accepted() {
        return moved(offered().accept(NYPI, by(CENTER, NEXT_DAY))).after();
    }

    static Referral scheduled() {
        return moved(accepted().schedule(NYPI, SESSION_AT, by(CENTER, DAY_AFTER)))
                .after();
    }

    static Referral onHold() {
        return moved(accepted().putOnHold(NYPI, "PARTY_UNAVAILABLE", SESSION_AT, by(CENTER, DAY_AFTER)))
                .after();
    }

    static Dispute urgent() {
        var noise = noise();
        return new Dispute(
                noise.command(),
                noise.borough(),
                "HARASSMENT",
                Urgency.URGENT,
                noise.language(),
                noise.officer(),
                noise.placeId(),
                noise.channel(),
                noise.contactVia(),
                noise.parties(),
                noise.occurredAt(),
                noise.submittedAt());
    }

    static HeldSession session(Outcome outcome) {
        return new HeldSession(SESSION, 1, outcome, SESSION_AT);
    }

    /** What is heard of it when its log was voided. */
    static HeldSession voided() {
        return new HeldSession(SESSION, 2, Outcome.NOT_HELD, SESSION_AT);
    }

    static Moved moved(Transition transition) {
        assertThat(transition).isInstanceOf(Moved.class);
        return (Moved) transition;
    }

    static Screening nothingAgainst() {
        return new Screening(false, false, false, false, false);
    }

    static Submission submission() {
        return submission(List.of());
    }

    static Submission submission(List<Party> parties) {
        return new Submission(
                "ref-1",
                "PCT-075",
                OFFICER,
                "NOISE",
                OCCURRED,
                new Address("100 Example Avenue", "Brooklyn", "11208"),
                "2026-075-004711",
                Urgency.ROUTINE,
                "en",
                parties.isEmpty() ? ContactVia.PRECINCT : ContactVia.PARTIES,
                nothingAgainst(),
                parties);
    }

    static Party consenting(String name) {
        return party(name, true, null);
    }

    static Party party(String name, boolean consent, @Nullable LocalDate until) {
        return new Party(
                name, "212 555 0100", name + "@example.org", "en", null, new Consent(consent, "MEDIATION", until));
    }
}

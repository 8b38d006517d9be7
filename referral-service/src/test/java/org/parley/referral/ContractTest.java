package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.referral.Actor.SYSTEM;
import static org.parley.referral.ReferralFixture.BEFORE_NOON;
import static org.parley.referral.ReferralFixture.CENTER;
import static org.parley.referral.ReferralFixture.CONTACT_PASSED;
import static org.parley.referral.ReferralFixture.COORDINATOR;
import static org.parley.referral.ReferralFixture.DAY_AFTER;
import static org.parley.referral.ReferralFixture.ID;
import static org.parley.referral.ReferralFixture.MONDAY_MORNING;
import static org.parley.referral.ReferralFixture.NEXT_DAY;
import static org.parley.referral.ReferralFixture.NYPI;
import static org.parley.referral.ReferralFixture.OFFER_PASSED;
import static org.parley.referral.ReferralFixture.PRECINCT;
import static org.parley.referral.ReferralFixture.SESSION_AT;
import static org.parley.referral.ReferralFixture.SESSION_HEARD_OF;
import static org.parley.referral.ReferralFixture.accepted;
import static org.parley.referral.ReferralFixture.acceptedWithTwoParties;
import static org.parley.referral.ReferralFixture.by;
import static org.parley.referral.ReferralFixture.moved;
import static org.parley.referral.ReferralFixture.noise;
import static org.parley.referral.ReferralFixture.offered;
import static org.parley.referral.ReferralFixture.offeredWithTwoParties;
import static org.parley.referral.ReferralFixture.onHold;
import static org.parley.referral.ReferralFixture.origin;
import static org.parley.referral.ReferralFixture.scheduled;
import static org.parley.referral.ReferralFixture.session;
import static org.parley.referral.ReferralFixture.submittedNoise;
import static org.parley.referral.ReferralFixture.urgent;
import static org.parley.referral.ReferralFixture.voided;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.referral.routing.Choice;
import org.parley.referral.routing.TwoCenters;
import org.parley.starter.codes.CodeList;
import tools.jackson.databind.json.JsonMapper;

/** What is emitted equals the golden examples of the contracts, field by field. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<ReferralEvent> everythingThatHappens() {
        var session =
                moved(scheduled().sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(SYSTEM, SESSION_HEARD_OF)));
        return Stream.of(
                        submittedNoise().events(),
                        Referral.screenedOut(noise(), origin(), Stop.ARREST_MADE, by(PRECINCT, MONDAY_MORNING))
                                .events(),
                        moved(offered().amend(urgent(), origin(), _ -> BEFORE_NOON, by(PRECINCT, MONDAY_MORNING)))
                                .events(),
                        moved(offered().accept(NYPI, by(CENTER, NEXT_DAY))).events(),
                        first(offered().decline(NYPI, "NO_CAPACITY", next(), by(CENTER, NEXT_DAY))),
                        first(offered().lapse(next(), Outages.NONE, by(SYSTEM, OFFER_PASSED))),
                        moved(accepted().contact(NYPI, by(CENTER, DAY_AFTER))).events(),
                        moved(accepted().schedule(NYPI, SESSION_AT, by(CENTER, DAY_AFTER)))
                                .events(),
                        moved(accepted().putOnHold(NYPI, "PARTY_UNAVAILABLE", SESSION_AT, by(CENTER, DAY_AFTER)))
                                .events(),
                        moved(onHold().release(NYPI, by(CENTER, DAY_AFTER))).events(),
                        first(accepted().transfer(NYPI, "CONFLICT_OF_INTEREST", next(), by(CENTER, DAY_AFTER))),
                        moved(accepted().lapse(next(), Outages.NONE, by(SYSTEM, CONTACT_PASSED)))
                                .events(),
                        session.events(),
                        moved(session.after().sessionHeld(NYPI, voided(), by(SYSTEM, SESSION_HEARD_OF)))
                                .events(),
                        moved(acceptedWithTwoParties().revokeConsent(1, by(CENTER, DAY_AFTER)))
                                .events(),
                        moved(withdrawnWithTwoParties().shredContacts("REQUEST", by(COORDINATOR, SESSION_AT)))
                                .events(),
                        moved(offered().withdraw("RESOLVED", by(PRECINCT, DAY_AFTER)))
                                .events(),
                        moved(offered().enterInError("TEST", by(PRECINCT, DAY_AFTER)))
                                .events())
                .flatMap(List::stream);
    }

    private static Referral withdrawnWithTwoParties() {
        return moved(offeredWithTwoParties().withdraw("RESOLVED", by(PRECINCT, DAY_AFTER)))
                .after();
    }

    private static List<ReferralEvent> first(Transition transition) {
        return moved(transition).events().subList(0, 1);
    }

    private static Optional<Choice> next() {
        return TwoCenters.router().next(noise().matter(), offered().asked());
    }

    @ParameterizedTest
    @MethodSource("everythingThatHappens")
    void emitsTheGoldenExample(ReferralEvent event) throws IOException {
        try (var golden = getClass().getResourceAsStream("/contracts/examples/" + event.type() + ".json")) {
            var emitted = JSON.writeValueAsBytes(Referrals.told(ID, event).data());
            assertThat(JSON.readTree(emitted)).isEqualTo(JSON.readTree(Objects.requireNonNull(golden)));
        }
    }

    @Test
    void emitsEveryTypeThereIs() {
        var emitted = everythingThatHappens().map(ReferralEvent::what).collect(Collectors.toSet());
        assertThat(emitted).containsExactlyInAnyOrder(ReferralEvent.What.values());
    }

    @Test
    void readsTheIntakeOfThePrecincts() throws IOException {
        try (var golden = getClass().getResourceAsStream("/contracts/examples/org.parley.intake.referral.v1.json")) {
            var submission = JSON.readValue(Objects.requireNonNull(golden), Submission.class);
            assertThat(submission.command()).isEqualTo("PCT-075");
            assertThat(submission.screening()).isEqualTo(ReferralFixture.nothingAgainst());
            assertThat(submission.parties()).isEmpty();
        }
    }

    @Test
    void hasTheWordsOfTheCodeLists() {
        assertThat(names(Stop.values()))
                .containsExactlyInAnyOrderElementsOf(
                        CodeList.of("screening-stops").codes());
        assertThat(CodeList.of("close-reasons").contains(Ending.MEDIATED)).isTrue();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}

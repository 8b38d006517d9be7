package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.referral.Actor.SYSTEM;
import static org.parley.referral.ReferralFixture.CENTER;
import static org.parley.referral.ReferralFixture.COORDINATOR;
import static org.parley.referral.ReferralFixture.DAY_AFTER;
import static org.parley.referral.ReferralFixture.END_OF_JANUARY;
import static org.parley.referral.ReferralFixture.ID;
import static org.parley.referral.ReferralFixture.NYPI;
import static org.parley.referral.ReferralFixture.PRECINCT;
import static org.parley.referral.ReferralFixture.SESSION_AT;
import static org.parley.referral.ReferralFixture.acceptedWithTwoParties;
import static org.parley.referral.ReferralFixture.by;
import static org.parley.referral.ReferralFixture.moved;
import static org.parley.referral.ReferralFixture.offered;
import static org.parley.referral.ReferralFixture.offeredWithTwoParties;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.referral.Participant.Agreement;
import org.parley.referral.Referral.State;
import org.parley.referral.ReferralEvent.What;
import org.parley.referral.Transition.Already;
import org.parley.referral.Transition.Refused;
import org.parley.referral.contacts.Sealed;

/** What is known of people ends with their consent. */
class ConsentTest {

    private static Referral scheduled() {
        return moved(acceptedWithTwoParties().schedule(NYPI, SESSION_AT, by(CENTER, DAY_AFTER)))
                .after();
    }

    private static List<String> sealed(Referral referral) {
        return referral.origin().sealed().stream().map(Sealed::what).toList();
    }

    private static List<What> whats(Transition transition) {
        return moved(transition).events().stream().map(ReferralEvent::what).toList();
    }

    @Test
    void oneWhoAgreesNoLongerIsForgottenAndTheOtherIsNot() {
        var transition = scheduled().revokeConsent(0, by(CENTER, DAY_AFTER));
        assertThat(whats(transition)).containsExactly(What.CONSENT_REVOKED);
        var after = moved(transition).after();
        assertThat(after.state()).isEqualTo(State.SCHEDULED);
        assertThat(after.due()).isEqualTo(scheduled().due());
        assertThat(sealed(after)).containsExactly("incident", "party-1");
        assertThat(after.origin().parties())
                .extracting(Participant::agreement)
                .containsExactly(Agreement.REVOKED, Agreement.GIVEN);
        assertThat(after.revokeConsent(0, by(CENTER, DAY_AFTER))).isEqualTo(new Already());
    }

    @Test
    void whenNobodyIsLeftItsCenterNeedNotGoOn() {
        var one = moved(scheduled().revokeConsent(0, by(CENTER, DAY_AFTER))).after();
        var transition = one.revokeConsent(1, by(CENTER, DAY_AFTER));
        assertThat(whats(transition)).containsExactly(What.CONSENT_REVOKED, What.CLOSED);
        var after = moved(transition).after();
        assertThat(after.state()).isEqualTo(State.CLOSED);
        assertThat(after.ending()).isEqualTo(new Ending(DAY_AFTER, "CONSENT_REVOKED", null));
        assertThat(after.due()).isNull();
        assertThat(sealed(after)).containsExactly("incident");
    }

    @Test
    void whenNobodyIsLeftNoCenterNeedAnswer() {
        var one = moved(offeredWithTwoParties().revokeConsent(0, by(PRECINCT, DAY_AFTER)))
                .after();
        var transition = one.revokeConsent(1, by(PRECINCT, DAY_AFTER));
        assertThat(whats(transition)).containsExactly(What.CONSENT_REVOKED, What.WITHDRAWN);
        var after = moved(transition).after();
        assertThat(after.state()).isEqualTo(State.WITHDRAWN);
        assertThat(after.offers()).extracting(Offer::state).containsExactly(Offer.State.WITHDRAWN);
    }

    @Test
    void thePartiesAreNumbered() {
        assertThat(offered().revokeConsent(0, by(PRECINCT, DAY_AFTER))).isEqualTo(new Refused(Refusal.NO_SUCH_PARTY));
        assertThat(offeredWithTwoParties().revokeConsent(2, by(PRECINCT, DAY_AFTER)))
                .isEqualTo(new Refused(Refusal.NO_SUCH_PARTY));
    }

    static Stream<Transition> endedByConsent() {
        return Stream.of(
                acceptedWithTwoParties().close(NYPI, "CONSENT_REVOKED", by(CENTER, DAY_AFTER)),
                offeredWithTwoParties().withdraw("CONSENT_REVOKED", by(PRECINCT, DAY_AFTER)));
    }

    @ParameterizedTest
    @MethodSource("endedByConsent")
    void whoEndsItForConsentForgetsAll(Transition end) {
        var after = moved(end).after();
        assertThat(sealed(after)).containsExactly("incident");
        assertThat(after.origin().parties()).extracting(Participant::agreement).containsOnly(Agreement.REVOKED);
    }

    @Test
    void aConsentEndsWithItsLastDay() {
        var accepted = acceptedWithTwoParties();
        assertThat(accepted.hasContactsToEnd(END_OF_JANUARY.minusMillis(1))).isFalse();
        assertThat(accepted.hasContactsToEnd(END_OF_JANUARY)).isTrue();
        assertThat(accepted.endContacts(by(SYSTEM, END_OF_JANUARY.minusMillis(1))))
                .isEqualTo(new Already());

        var ended = moved(accepted.endContacts(by(SYSTEM, END_OF_JANUARY)));
        assertThat(ended.events()).extracting(ReferralEvent::reason).containsExactly("EXPIRED");
        assertThat(ended.after().origin().parties())
                .extracting(Participant::agreement)
                .containsExactly(Agreement.EXPIRED, Agreement.GIVEN);
        assertThat(ended.after().hasContactsToEnd(END_OF_JANUARY)).isFalse();
    }

    @Test
    void nothingIsKnownForLongAfterTheEnd() {
        var closed = moved(acceptedWithTwoParties().close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                .after();
        var kept = DAY_AFTER.plus(Duration.ofDays(90));
        assertThat(closed.keptUntil()).isEqualTo(kept).isAfter(END_OF_JANUARY);
        var expired = moved(closed.endContacts(by(SYSTEM, END_OF_JANUARY))).after();
        assertThat(expired.keptUntil()).isEqualTo(kept);
        assertThat(expired.state()).isEqualTo(State.CLOSED);

        var shredded = moved(expired.endContacts(by(SYSTEM, kept)));
        assertThat(shredded.events()).extracting(ReferralEvent::what).containsExactly(What.CONTACTS_SHREDDED);
        assertThat(shredded.events()).extracting(ReferralEvent::reason).containsExactly("RETENTION");
        assertThat(shredded.after().origin().sealed()).isEmpty();
        assertThat(shredded.after().keptUntil()).isNull();
        assertThat(shredded.after().endContacts(by(SYSTEM, kept))).isEqualTo(new Already());
    }

    /** The police have posted who agrees for how long. */
    @Test
    void nothingThatIsToldOfARevocationDependsOnWhoseItIs() {
        var one = moved(acceptedWithTwoParties().revokeConsent(0, by(CENTER, DAY_AFTER)))
                .events();
        var other = moved(acceptedWithTwoParties().revokeConsent(1, by(CENTER, DAY_AFTER)))
                .events();
        assertThat(told(one)).isEqualTo(told(other));
    }

    private static List<PublicReferral> told(List<ReferralEvent> events) {
        return events.stream()
                .map(event -> PublicReferral.from(ID, event.after()))
                .toList();
    }

    @Test
    void contactsAreShreddedOnRequestOnceItIsOver() {
        assertThat(acceptedWithTwoParties().shredContacts("REQUEST", by(COORDINATOR, DAY_AFTER)))
                .isEqualTo(new Refused(Refusal.STILL_OPEN));
        var closed = moved(acceptedWithTwoParties().close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                .after();
        var shredded = moved(closed.shredContacts("REQUEST", by(COORDINATOR, DAY_AFTER)))
                .after();
        assertThat(shredded.origin().sealed()).isEmpty();
        assertThat(shredded.shredContacts("REQUEST", by(COORDINATOR, DAY_AFTER)))
                .isEqualTo(new Already());
    }
}

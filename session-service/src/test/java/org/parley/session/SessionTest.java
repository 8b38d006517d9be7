package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.session.Logs.NOW;
import static org.parley.session.Logs.mediationOfNypi;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

    private static final Actor CENTER = new Actor("center-system", "center-nypi");

    private final Session logged = Session.logged(
            Logs.session(mediationOfNypi()),
            "BROOKLYN",
            new Session.Findings(CertificateCheck.NOT_REQUIRED, ReferralMatch.PENDING),
            CENTER,
            NOW);

    @Test
    void keepsWhatItWasWithWhoAndWhen() {
        var later = NOW.plus(Duration.ofHours(1));
        var amended = logged.amended(
                Logs.session(mediationOfNypi("parties", 3)),
                "BROOKLYN",
                logged.findings(),
                Change.amended(CENTER, later));

        assertThat(amended.report().parties()).isEqualTo(3);
        assertThat(amended.change().at()).isEqualTo(later);
        assertThat(amended.loggedAt()).isEqualTo(NOW);
        assertThat(amended.earlier())
                .containsExactly(new Session.Earlier(
                        logged.report(),
                        CertificateCheck.NOT_REQUIRED,
                        ReferralMatch.PENDING,
                        Change.logged(CENTER, NOW)));
    }

    @Test
    void isRepeatedByWhatWasSentFirstAndByWhatItIsNow() {
        var now = Logs.session(mediationOfNypi("parties", 3));
        var amended = logged.amended(now, "BROOKLYN", logged.findings(), Change.amended(CENTER, NOW));

        assertThat(amended.repeats(Logs.session(mediationOfNypi()))).isTrue();
        assertThat(amended.repeats(now)).isTrue();
        assertThat(amended.repeats(Logs.session(mediationOfNypi("parties", 4)))).isFalse();
    }

    @Test
    void doesNotChangeWhoItCountsFor() {
        var other = Logs.session(mediationOfNypi(
                "command", "PCT-001", "center", "cms", "officers", List.of(Logs.OFFICER), "referral", null));

        assertThat(logged.breachesOf(other))
                .extracting(Breach::field)
                .containsExactlyInAnyOrder("/command", "/center", "/officers", "/referral");
        assertThat(logged.breachesOf(Logs.session(mediationOfNypi("outcome", "NO_AGREEMENT"))))
                .isEmpty();
    }

    @Test
    void mayBeToldLaterWhichReferralItServed() {
        var without = Session.logged(
                Logs.session(mediationOfNypi("referral", null)), "BROOKLYN", logged.findings(), CENTER, NOW);

        assertThat(without.breachesOf(Logs.session(mediationOfNypi("referral", UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void countsNoMoreOnceVoided() {
        var voided = logged.voided(VoidReason.TEST, Change.voided(CENTER, VoidReason.TEST, NOW));

        assertThat(logged.counts()).isTrue();
        assertThat(voided.counts()).isFalse();
        assertThat(voided.report()).isEqualTo(logged.report());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            ACCEPTED,  PCT-075, nypi, MATCHED
            CLOSED,    PCT-075, nypi, MATCHED
            OFFERED,   PCT-075, -,    PENDING
            SUBMITTED, PCT-075, -,    PENDING
            WITHDRAWN, PCT-075, -,    MISMATCHED
            ACCEPTED,  PCT-075, cms,  MISMATCHED
            ACCEPTED,  PCT-001, nypi, MISMATCHED
            """)
    void fitsTheReferralOfItsCommandThatItsCenterHas(String state, String command, String center, ReferralMatch match) {
        assertThat(new KnownReferral(state, command, center, null).matchOf(logged.report()))
                .isEqualTo(match);
    }

    @Test
    void ofAnOfficerFitsAReferralOfItsCommandWhoeverHasIt() {
        var session = Logs.session(Logs.mediationOfAnOfficer());
        assertThat(new KnownReferral("OFFERED", "PCT-075", null, null).matchOf(session))
                .isEqualTo(ReferralMatch.MATCHED);
        assertThat(new KnownReferral("OFFERED", "PCT-001", null, null).matchOf(session))
                .isEqualTo(ReferralMatch.MISMATCHED);
    }
}

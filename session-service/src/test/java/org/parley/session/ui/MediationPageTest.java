package org.parley.session.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.session.Breach;
import org.parley.session.KnownReferral;
import org.parley.session.Logging;
import org.parley.session.SessionManagement;
import org.parley.session.SessionOutcome;
import org.parley.session.SessionReport;
import org.parley.session.Technique;
import org.parley.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the form of a center asks, and what becomes of what is entered. That it is logged, a browser shows. */
@WebMvcTest({StartController.class, MediationController.class})
class MediationPageTest {

    private static final UUID ID = UUID.fromString("0193c5e2-7f3e-7b7a-9a39-0f6f1c1d7a11");
    private static final UUID REFERRAL = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("parley.issuer", TestIssuer::uri);
    }

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    SessionManagement sessions;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void itIsNow() {
        given(clock.instant()).willReturn(Instant.now());
    }

    @Test
    void leadsTheStaffOfACenterHere() {
        assertThat(mvc.get().uri("/").with(staff())).hasStatus(302).hasRedirectedUrl("/mediations/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "commander", "coordinator", "center-system", "analyst"})
    void isForTheStaffOfCentersOnly(String role) {
        var login = Login.as(role, Map.of("center", "nypi"));
        assertThat(mvc.get().uri("/mediations/new").with(login)).hasStatus(403).hasForwardedUrl("/denied");
        assertThat(mvc.post().uri("/mediations/new").with(login).with(csrf())).hasStatus(403);
        assertThat(mvc.get().uri("/mediations/" + ID).with(login)).hasStatus(403);
        verifyNoInteractions(sessions);
    }

    @Test
    void isNotForStaffOfNoCenter() {
        assertThat(mvc.get().uri("/mediations/new").with(Login.as("center-staff", Map.of())))
                .hasStatus(403)
                .bodyText()
                .contains("Only the staff of a center");
    }

    @Test
    void beginsWithWhatIsKnownOfTheReferral() {
        given(sessions.referral(eq(REFERRAL), any()))
                .willReturn(Optional.of(new KnownReferral("SCHEDULED", "PCT-075", "nypi", "NOISE")));
        assertThat(mvc.get().uri("/mediations/new?referral=" + REFERRAL).with(staff()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + REFERRAL)
                .containsPattern("value=\"NOISE\"[^>]*selected")
                .containsPattern("value=\"PCT-075\"[^>]*selected");
        assertThat(mvc.get().uri("/mediations/new").with(staff()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("selected");
        assertThat(mvc.get().uri("/mediations/new?referral=mine").with(staff())).hasStatus(404);
    }

    @Test
    void logsWhatWasEntered() {
        given(sessions.log(any(), any(), any())).willReturn(new Logging.Forbidden<>());
        sends(Map.of("techniques", List.of("PARAPHRASE", "HYPNOSIS", "OPTIONS")));
        verify(sessions)
                .log(
                        eq(ID),
                        argThat(MediationPageTest::isAsEntered),
                        argThat(author -> author.center().equals(Optional.of("nypi"))));
    }

    private static boolean isAsEntered(SessionReport report) {
        assertThat(report.center()).isEqualTo("nypi");
        assertThat(report.command()).isEqualTo("PCT-075");
        assertThat(report.startedAt()).isEqualTo(Instant.parse("2026-11-20T15:00:00Z"));
        assertThat(report.endedAt()).isEqualTo(Instant.parse("2026-11-20T16:15:00Z"));
        assertThat(report.parties()).isEqualTo(3);
        assertThat(report.facilitators()).isEqualTo(2);
        assertThat(report.techniques()).containsExactly(Technique.PARAPHRASE, Technique.OPTIONS);
        assertThat(report.outcome()).isEqualTo(SessionOutcome.AGREEMENT_ALL);
        assertThat(report.referral()).isEqualTo(REFERRAL);
        return true;
    }

    @Test
    void countsNobodyInWhatWasNotHeld() {
        given(sessions.log(any(), any(), any())).willReturn(new Logging.Forbidden<>());
        sends(Map.of("outcome", "NOT_HELD", "notHeldReason", "NO_SHOW", "minutes", "", "parties", ""));
        verify(sessions)
                .log(
                        any(),
                        argThat(report -> report.parties() == 0
                                && report.facilitators() == 0
                                && report.endedAt().equals(report.startedAt())),
                        any());
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, ''",
        "outcome, WON",
        "type, WAR",
        "command, ''",
        "at, yesterday",
        "at, +999999999-12-31T23:59",
        "minutes, x",
        "minutes, 99999",
        "parties, -1",
        "facilitators, 2.5",
        "sitting, ''",
        "referral, 12",
        "notHeldReason, TIRED",
    })
    void saysBesideTheFieldWhatCannotBeRead(String field, String value) {
        assertThat(sends(Map.of(field, value)))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"" + field + "-wrong\"", "aria-describedby=\"" + field + "-wrong\"", "Nothing was logged");
        verifyNoInteractions(sessions);
    }

    @Test
    void saysBesideTheFieldWhatTheRulesSay() {
        given(sessions.log(any(), any(), any()))
                .willReturn(new Logging.Refused<>(List.of(
                        new Breach("/startedAt", "must not be in the future"),
                        new Breach("/endedAt", "must not be in the future"),
                        new Breach("/command", "must be a command of that day"))));
        assertThat(sends(Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"at-wrong\"", "Must not be in the future.", "id=\"minutes-wrong\"", "id=\"command-wrong\"")
                .contains("value=\"" + ID);
    }

    @Test
    void saysThatTheFormWasSentBeforeWithSomethingElse() {
        given(sessions.log(any(), any(), any())).willReturn(new Logging.Conflicting<>());
        assertThat(sends(Map.of())).hasStatus(409).bodyText().contains("sent before");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        assertThat(mvc.post().uri("/mediations/new").with(staff())).hasStatus(403);
        assertThat(sends(Map.of("form", "mine"))).hasStatus(422);
        verifyNoInteractions(sessions);
    }

    @Test
    void showsNobodyTheSessionOfAnother() {
        given(sessions.find(any(), any())).willReturn(Optional.empty());
        assertThat(mvc.get().uri("/mediations/" + ID).with(staff())).hasStatus(404);
        assertThat(mvc.get().uri("/mediations/mine").with(staff())).hasStatus(404);
    }

    private MvcTestResult sends(Map<String, ?> changes) {
        var fields = new HashMap<String, Object>(Map.of(
                "form", ID.toString(),
                "referral", REFERRAL.toString(),
                "command", "PCT-075",
                "type", "NOISE",
                "at", "2026-11-20T10:00",
                "minutes", "75",
                "parties", "3",
                "facilitators", "2",
                "sitting", "1",
                "outcome", "AGREEMENT_ALL"));
        fields.putAll(changes);
        var request = mvc.post().uri("/mediations/new").with(staff()).with(csrf());
        fields.forEach((field, value) -> {
            var values = value instanceof List<?> many ? many : List.of(value);
            request.param(field, values.stream().map(String::valueOf).toArray(String[]::new));
        });
        return request.exchange();
    }

    private static RequestPostProcessor staff() {
        return Login.as("center-staff", Map.of("center", "nypi"));
    }
}

package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.ReferralManagement;
import org.parley.referral.ui.Login;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** A center's staff do their work on pages, by forms alone. */
@ReferralService
class CenterPagesTest {

    private static final RequestPostProcessor STAFF = Login.staffOf("nypi");

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    @Autowired
    private ReferralManagement management;

    private MockMvcTester mvc;
    private Precinct precinct;
    private Center nypi;

    @BeforeEach
    void aBrowser(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
    }

    private UUID offered(String reference) {
        var body = Precinct.between(reference, "Canary One", "Canary Two")
                .replace("SOMEWHERE STREET", "CANARY STREET " + reference);
        var id = precinct.posts(body).is(201).id();
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).contains("OFFER"));
        return id;
    }

    private UUID accepted(String reference) {
        var id = offered(reference);
        nypi.accepts(id).is(200);
        return id;
    }

    private static String page(UUID id) {
        return "/center/referrals/" + id;
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult asks(String path) {
        return mvc.get().uri(path).with(STAFF).exchange();
    }

    private String sees(String path) {
        var answer = asks(path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private MvcTestResult sends(UUID id, String action, Map<String, String> fields) {
        return sends(id, action, management.find(id).orElseThrow().version(), fields);
    }

    private MvcTestResult sends(UUID id, String action, long version, Map<String, String> fields) {
        var request = mvc.post()
                .uri(page(id) + "/" + action)
                .with(STAFF)
                .with(csrf())
                .param("version", String.valueOf(version));
        fields.forEach(request::param);
        return request.exchange();
    }

    private void does(UUID id, String action, Map<String, String> fields) {
        assertThat(sends(id, action, fields)).hasStatus(302).hasRedirectedUrl(page(id));
    }

    private void isRefused(MvcTestResult answer, int status, String... words) {
        assertThat(answer).hasStatus(status);
        assertThat(text(answer))
                .contains(words)
                .contains(status == 409 ? "class=\"notice warning\"" : "class=\"wrong\"");
    }

    private String state(UUID id) {
        return management.find(id).orElseThrow().referral().state().name();
    }

    private static String inDays(int days) {
        return LocalDate.now(ZoneId.of("America/New_York")).plusDays(days).toString();
    }

    @Test
    void aCaseIsWorkedOffByFormsAlone() {
        var id = offered("pages-1");
        assertThat(sees(page(id))).contains("Waits for your answer", "Answer by", "Accept", "Decline");

        does(id, "accept", Map.of());
        assertThat(sees(page(id)))
                .contains("nobody contacted yet", "Make contact by")
                .doesNotContain("Decline");
        does(id, "contact", Map.of());
        assertThat(sees(page(id))).contains("Accepted, contact made", "Plan a session by");
        does(id, "schedule", Map.of("at", inDays(3) + "T18:30"));
        assertThat(sees(page(id))).contains("A session is planned", "6:30 PM");
        does(id, "hold", Map.of("reason", "PARTY_UNAVAILABLE", "until", inDays(30)));
        assertThat(sees(page(id))).contains("On hold until", "A party is unavailable");
        does(id, "release", Map.of());
        does(id, "close", Map.of("reason", "RESOLVED_BEFORE_SESSION"));

        assertThat(sees(page(id)))
                .contains("Closed", "Resolved before the session", "Taken off hold", "Center staff")
                .doesNotContain("What you can do");
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void aMediationIsLoggedFromItsCaseWhileItCounts() {
        var id = offered("pages-14");
        assertThat(sees(page(id))).doesNotContain("Log a mediation");
        nypi.accepts(id).is(200);
        assertThat(sees(page(id)))
                .contains("href=\"http://127.0.0.1:8082/mediations/new?referral=" + id + "\"", "Log a mediation");
        nypi.schedules(id, inDays(3) + "T18:30:00Z").is(200);
        assertThat(sees(page(id))).contains("Log a mediation");
        nypi.holds(id, "PARTY_UNAVAILABLE", Instant.now().plus(Duration.ofDays(9)))
                .is(200);
        assertThat(sees(page(id))).contains("Log a mediation");

        nypi.closes(id, "MEDIATED").is(200);
        assertThat(sees(page(id))).contains("Log a mediation");
        SessionService.on(topics).tells(id, "nypi", "AGREEMENT_ALL");
        await().untilAsserted(() -> assertThat(sees(page(id)))
                .contains("Session held", "Agreement all")
                .doesNotContain("Log a mediation"));

        var without = accepted("pages-15");
        nypi.closes(without, "PARTY_DECLINED").is(200);
        assertThat(sees(page(without))).doesNotContain("Log a mediation");
        var gone = accepted("pages-16");
        nypi.transfers(gone, "NO_CAPACITY").is(200);
        assertThat(sees(page(gone))).doesNotContain("Log a mediation");
    }

    @Test
    void whoDeclinesSaysWhy() {
        var id = offered("pages-2");
        for (var reason : List.of("", "NO_SUCH_REASON")) {
            isRefused(
                    sends(id, "decline", Map.of("reason", reason)),
                    422,
                    "Choose a reason.",
                    "aria-invalid=\"true\"",
                    "Waits for your answer");
        }
        assertThat(state(id)).isEqualTo("OFFERED");

        assertThat(sends(id, "decline", Map.of("reason", "NO_CAPACITY")))
                .hasStatus(302)
                .hasRedirectedUrl("/center");
        assertThat(sees(page(id))).contains("Your center declined it", "No capacity");
    }

    @Test
    void aMistakeInAFormIsToldBesideItsFieldAndNothingIsDone() {
        var id = accepted("pages-3");
        var before = management.find(id);
        isRefused(
                sends(id, "schedule", Map.of("at", "2020-01-01T10:00")),
                422,
                "This time is over",
                "value=\"2020-01-01T10:00\"",
                "aria-describedby=\"at-wrong\"");
        isRefused(sends(id, "schedule", Map.of("at", "soon")), 422, "Enter the day and the time");
        isRefused(sends(id, "schedule", Map.of("at", "2206-01-01T10:00")), 422, "Check the year");
        isRefused(sends(id, "hold", Map.of("until", inDays(200))), 422, "Choose a reason.", "in the next 180 days");
        isRefused(sends(id, "transfer", Map.of("reason", "MEDIATED")), 422, "Choose a reason.");
        assertThat(management.find(id)).isEqualTo(before);
    }

    @Test
    void whatTheReferralDoesNotAllowIsSaidInWords() {
        var id = accepted("pages-4");
        var seen = management.find(id).orElseThrow().version();
        nypi.contacts(id).is(200);
        isRefused(
                sends(id, "close", seen, Map.of("reason", "NO_SHOW")),
                409,
                "has changed since you opened it",
                "Accepted, contact made");
        assertThat(state(id)).isEqualTo("ACCEPTED");

        nypi.closes(id, "NO_SHOW").is(200);
        isRefused(
                sends(id, "close", Map.of("reason", "MEDIATED")),
                409,
                "Nothing was done.",
                "The referral has ended.",
                "No show");
    }

    @Test
    void nobodyConcernedIsShownBeforeItIsAcceptedNorInTheList() {
        var id = offered("pages-5");
        var shown = sees(page(id)) + list();
        nypi.accepts(id).is(200);
        shown += list();
        assertThat(shown)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("555 0142", "5550142", "one.example", "2026-075-1");

        assertThat(sees(page(id))).contains("Canary One", "5550142", "CANARY STREET", "other@one.example");
        assertThat(nypi.api()
                        .get("/v1/centers/nypi/referrals/" + id + "/looks")
                        .is(200)
                        .body()
                        .toString())
                .contains("staff-nypi");

        nypi.closes(id, "NO_SHOW").is(200);
        assertThat(sees(page(id))).doesNotContainIgnoringCase("canary");
    }

    /** All pages of it, so that the cases of other tests don't matter. */
    private String list() {
        var whole = new StringBuilder(sees("/center"));
        var more = whole.toString();
        while (more.contains("/center?cursor=")) {
            more = sees(more.replaceAll("(?s).*href=\"(/center\\?cursor=[^\"]*)\".*", "$1"));
            whole.append(more);
        }
        return whole.toString();
    }

    @Test
    void theListHoldsWhatIsOpenAndAnswersFromThere() {
        var id = offered("pages-6");
        assertThat(list()).contains(page(id), page(id) + "/accept", page(id) + "/decline", "No capacity");
        nypi.accepts(id).is(200);
        assertThat(list()).contains(page(id)).doesNotContain(page(id) + "/accept");
        nypi.closes(id, "NO_SHOW").is(200);
        assertThat(list()).doesNotContain(page(id));
    }

    @Test
    void consentIsRevokedOnlyByWhoConfirmsIt() {
        var id = accepted("pages-7");
        isRefused(sends(id, "revoke", Map.of("party", "0")), 422, "Tick the box", "Canary One");
        does(id, "revoke", Map.of("party", "0", "sure", "true"));
        assertThat(sees(page(id))).contains("Canary Two", "Consent ended").doesNotContain("Canary One");
        isRefused(sends(id, "revoke", Map.of("party", "7", "sure", "true")), 409, "no party with this number");
    }

    @Test
    void whatIsGivenBackIsNoLongerShown() {
        var id = accepted("pages-8");
        assertThat(sends(id, "transfer", Map.of("reason", "CONFLICT_OF_INTEREST")))
                .hasStatus(302)
                .hasRedirectedUrl("/center");
        assertThat(sees(page(id)))
                .contains("No longer with your center", "Given back")
                .doesNotContainIgnoringCase("canary");
    }

    @Test
    void likelyDuplicatesAreLinks() {
        var first = precinct.posts(Precinct.noise("pages-9").replace("100 EXAMPLE", "8 PAGES"))
                .is(201)
                .id();
        var again = precinct.posts(Precinct.noise("pages-10").replace("100 EXAMPLE", "8 PAGES"))
                .is(201)
                .id();
        await().untilAsserted(() -> assertThat(sees(page(first))).contains("href=\"" + page(again) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"accept", "decline", "contact", "schedule", "hold", "release", "transfer", "close", "revoke"})
    void anotherCentersReferralIsNotThere(String action) {
        var id = offered("pages-foreign-" + action);
        var stranger = Login.staffOf("cms");
        var before = management.find(id).orElseThrow();
        assertThat(mvc.get().uri(page(id)).with(stranger)).hasStatus(404);
        var right = Map.of(
                "decline", "NO_CAPACITY",
                "transfer", "NO_CAPACITY",
                "hold", "PARTY_UNAVAILABLE",
                "close", "NO_SHOW");
        for (var reason : List.of(right.getOrDefault(action, "NONE"), "wrong")) {
            assertThat(mvc.post()
                            .uri(page(id) + "/" + action)
                            .with(stranger)
                            .with(csrf())
                            .param("version", String.valueOf(before.version()))
                            .param("reason", reason)
                            .param("at", inDays(2) + "T10:00")
                            .param("until", inDays(2))
                            .param("party", "0")
                            .param("sure", "true"))
                    .hasStatus(404);
        }
        assertThat(management.find(id)).contains(before);
    }

    @Test
    void whatIsNowhereIsNotThere() {
        assertThat(asks(page(UUID.randomUUID()))).hasStatus(404);
        assertThat(asks("/center/referrals/7")).hasStatus(404);
        assertThat(sends(offered("pages-11"), "burn", Map.of())).hasStatus(404);
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        var id = offered("pages-12");
        assertThat(mvc.post().uri(page(id) + "/accept").with(STAFF).param("version", "1"))
                .hasStatus(403);
        assertThat(sees(page(id))).contains("name=\"_csrf\"");
        assertThat(state(id)).isEqualTo("OFFERED");
    }
}

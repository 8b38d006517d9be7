package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.ui.Login;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Coordinators find centers on pages, see why others were asked, and never who is concerned. */
@ReferralService
class CoordinationPagesTest {

    private static final String LIST = "/coordination";

    @LocalServerPort
    private int port;

    @Autowired
    private ReferralManagement management;

    @Autowired
    private WebApplicationContext context;

    private Visitor coordinator;
    private Precinct precinct;
    private Center nypi;
    private Center redHook;

    @BeforeEach
    void aCoordinatorIsThere() {
        coordinator = Visitor.of(context, Login.as("coordinator"));
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
    }

    private UUID posted(String reference) {
        var body = Precinct.between(reference, "Canary One", "Canary Two")
                .replace("SOMEWHERE STREET", "CANARY STREET " + reference);
        return precinct.posts(body).is(201).id();
    }

    /** Both centers of Brooklyn have said no. */
    private UUID unplaced(String reference) {
        var id = posted(reference);
        nypi.declines(id, "NO_CAPACITY").is(200);
        redHook.declines(id, "CONFLICT_OF_INTEREST").is(200);
        assertThat(state(id)).isEqualTo("UNPLACED");
        return id;
    }

    private static String page(UUID id) {
        return "/coordination/referrals/" + id;
    }

    private Referral referral(UUID id) {
        return management.find(id).orElseThrow().referral();
    }

    private String state(UUID id) {
        return referral(id).state().name();
    }

    private MvcTestResult sends(UUID id, String action, Map<String, String> fields) {
        return sends(id, action, management.find(id).orElseThrow().version(), fields);
    }

    private MvcTestResult sends(UUID id, String action, long version, Map<String, String> fields) {
        return coordinator.sends(page(id) + "/" + action, with(version, fields));
    }

    private static Map<String, String> with(long version, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("version", String.valueOf(version));
        return all;
    }

    private void does(UUID id, String action, Map<String, String> fields) {
        assertThat(sends(id, action, fields)).hasStatus(302).hasRedirectedUrl(page(id));
    }

    private static void isRefused(MvcTestResult answer, int status, String... words) {
        assertThat(answer).hasStatus(status);
        assertThat(Visitor.text(answer))
                .contains(words)
                .contains(status == 409 ? "class=\"notice warning\"" : "class=\"wrong\"");
    }

    @Test
    void whatNobodyTakesIsPlacedByHand() {
        var id = unplaced("coordination-1");
        await().untilAsserted(() -> assertThat(coordinator.seesAllOf(LIST))
                .contains("href=\"" + page(id) + "\"", "Needs a center", "Find a center by"));

        assertThat(coordinator.sees(page(id)))
                .contains("Needs a center", "Center to ask", "<option value=\"rhpp\">Red Hook</option>");
        does(id, "place", Map.of("center", "rhpp"));

        assertThat(coordinator.sees(page(id)))
                .contains("A center is asked", "3. Red Hook", "placed by hand", "By hand", "Coordinator")
                .doesNotContain("Center to ask");
        assertThat(referral(id).openOffer().orElseThrow().center()).isEqualTo("rhpp");
        await().untilAsserted(
                        () -> assertThat(coordinator.seesAllOf(LIST)).doesNotContain("href=\"" + page(id) + "\""));
    }

    @Test
    void thePageSaysInWordsWhyEachCenterWasAskedAndWhyNoneIsLeft() {
        var id = unplaced("coordination-2");
        var page = coordinator.sees(page(id));
        assertThat(page)
                .contains("1. New York Peace Institute", "2. Red Hook", "Declined", "No capacity")
                .contains("Chosen because: serves Brooklyn, takes Neighbors, works in English, has not said what")
                .contains("has not said whether it works in English")
                .contains("was asked before", "is passed over", "does not serve 75th Precinct in Brooklyn")
                .doesNotContain("PCT-075", "BROOKLYN", "NEIGHBOR");
        assertThat(page).as("headings in order").containsSubsequence("<h1", "<h2", "<h3", "<h2");
    }

    @Test
    void nobodyIsAskedUnlessACenterIsChosen() {
        var id = unplaced("coordination-3");
        for (var center : List.of("", "nobody")) {
            isRefused(
                    sends(id, "place", Map.of("center", center)),
                    422,
                    "Choose a center.",
                    "aria-describedby=\"center-wrong\"",
                    "Needs a center");
        }
        assertThat(state(id)).isEqualTo("UNPLACED");
    }

    @Test
    void whatTheReferralDoesNotAllowIsSaidInWords() {
        var id = unplaced("coordination-4");
        var seen = management.find(id).orElseThrow().version();
        precinct.amends(id, "{\"urgency\": \"URGENT\"}").is(200);
        isRefused(
                sends(id, "place", seen, Map.of("center", "rhpp")),
                409,
                "Nothing was done.",
                "has changed since you opened it",
                "Urgent");
        assertThat(state(id)).isEqualTo("UNPLACED");

        does(id, "place", Map.of("center", "rhpp"));
        isRefused(sends(id, "place", Map.of("center", "nypi")), 409, "Only a referral that no center is asked for");
        isRefused(sends(id, "shred-contacts", Map.of("sure", "true")), 409, "The referral has to end first");
    }

    @Test
    void whatShouldNeverHaveBeenEndsWithAReasonAndAConfirmation() {
        var id = posted("coordination-5");
        isRefused(sends(id, "enter-in-error", Map.of("sure", "true")), 422, "Choose a reason.");
        isRefused(
                sends(id, "enter-in-error", Map.of("reason", "TEST")),
                422,
                "Tick the box",
                "<option value=\"TEST\" selected=\"selected\">");
        isRefused(
                sends(id, "enter-in-error", Map.of("reason", "NO_CAPACITY", "sure", "true")), 422, "Choose a reason.");
        assertThat(state(id)).isEqualTo("OFFERED");

        does(id, "enter-in-error", Map.of("reason", "TEST", "sure", "true"));
        assertThat(coordinator.sees(page(id))).contains("Entered in error", "Test", "Destroy all that is personal");
        assertThat(state(id)).isEqualTo("ENTERED_IN_ERROR");
    }

    @Test
    void consentIsRevokedOnlyByWhoSaysWhoseAndConfirmsIt() {
        var id = posted("coordination-6");
        for (var person : List.of("", "0", "21", "the first")) {
            isRefused(
                    sends(id, "revoke-consent", Map.of("person", person, "sure", "true")),
                    422,
                    "Enter a number from 1 to 20.");
        }
        isRefused(sends(id, "revoke-consent", Map.of("person", "1")), 422, "Tick the box");
        isRefused(sends(id, "revoke-consent", Map.of("person", "3", "sure", "true")), 409, "no party with this number");
        assertThat(referral(id).origin().parties()).allMatch(party -> party.agrees());

        does(id, "revoke-consent", Map.of("person", "2", "sure", "true"));
        assertThat(referral(id).origin().parties())
                .extracting(party -> party.agrees())
                .containsExactly(true, false);
        assertThat(coordinator.sees(page(id))).contains("Consent ended");
    }

    @Test
    void nothingPersonalIsKeptWhenACoordinatorSaysSo() {
        var id = posted("coordination-7");
        precinct.withdraws(id, "RESOLVED").is(200);
        isRefused(sends(id, "shred-contacts", Map.of()), 422, "Tick the box");
        assertThat(referral(id).origin().sealed()).isNotEmpty();
        does(id, "shred-contacts", Map.of("sure", "true"));
        assertThat(referral(id).origin().sealed()).isEmpty();
    }

    @Test
    void nobodyConcernedIsEverShown() {
        var id = unplaced("coordination-8");
        var shown = new StringBuilder(coordinator.seesAllOf(LIST) + coordinator.sees(page(id)));
        does(id, "place", Map.of("center", "nypi"));
        nypi.accepts(id).is(200);
        shown.append(coordinator.sees(page(id)));
        shown.append(Visitor.text(sends(id, "place", Map.of("center", "rhpp"))));
        nypi.closes(id, "NO_SHOW").is(200);
        shown.append(coordinator.sees(page(id)));
        assertThat(shown.toString())
                .contains("Accepted, nobody contacted yet", "No show")
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("555 0142", "555-0142", "5550142", "one.example", "2026-075-1");
    }

    @Test
    void administratorsLookAndDoNothing() {
        var id = unplaced("coordination-9");
        var before = management.find(id);
        var administrator = Visitor.of(context, Login.as("administrator"));
        assertThat(administrator.sees(LIST)).contains("To do");
        assertThat(administrator.sees(page(id))).contains("Needs a center").doesNotContain("What you can do");
        for (var action : List.of("place", "enter-in-error", "revoke-consent", "shred-contacts")) {
            var answer = administrator.sends(page(id) + "/" + action, rightFor(action, id));
            assertThat(answer).hasStatus(403);
        }
        assertThat(management.find(id)).isEqualTo(before);
    }

    private Map<String, String> rightFor(String action, UUID id) {
        var fields = switch (action) {
            case "place" -> Map.of("center", "rhpp");
            case "enter-in-error" -> Map.of("reason", "TEST", "sure", "true");
            case "revoke-consent" -> Map.of("person", "1", "sure", "true");
            default -> Map.of("sure", "true");
        };
        return with(management.find(id).orElseThrow().version(), fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"center-staff", "officer", "commander", "analyst"})
    void nobodyElseGetsHere(String role) {
        var id = unplaced("coordination-not-" + role);
        var before = management.find(id);
        var stranger = Visitor.of(context, Login.as(role));
        assertThat(stranger.asks(LIST)).hasStatus(403);
        assertThat(stranger.asks(page(id))).hasStatus(403);
        assertThat(stranger.sends(page(id) + "/place", rightFor("place", id))).hasStatus(403);
        assertThat(management.find(id)).isEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        var id = unplaced("coordination-10");
        assertThat(coordinator.sendsWithoutToken(page(id) + "/place", rightFor("place", id)))
                .hasStatus(403);
        assertThat(coordinator.sees(page(id))).contains("name=\"_csrf\"", "Needs a center");
    }

    @Test
    void whatIsNowhereIsNotThere() {
        assertThat(coordinator.asks(page(UUID.randomUUID()))).hasStatus(404);
        assertThat(coordinator.asks("/coordination/referrals/7")).hasStatus(404);
        assertThat(coordinator.sends(page(UUID.randomUUID()) + "/place", Map.of("center", "rhpp", "version", "1")))
                .hasStatus(404);
        assertThat(sends(posted("coordination-11"), "burn", Map.of())).hasStatus(404);
        assertThat(coordinator.asks(LIST + "?cursor=nonsense")).hasStatus(422);
    }
}

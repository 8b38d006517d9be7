package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.ui.Login;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A center's staff sets the endpoint, tries it, looks at what came of it, and has it once more, all on pages. */
@ReferralService
class CenterEndpointPagesTest {

    private static final String ENDPOINT = "/center/endpoint";
    private static final String DELIVERIES = "/center/deliveries";
    private static final String CENTERS = "/coordination/centers";
    private static final String GIVEN_UP = "given up after the last try";
    private static final String OFFER = "org.parley.inbox.offer.v1";
    private static final String OWN_SECRET = "whsec_b2xkLXNlY3JldC1vZi10aGUtY2VudGVyLTAwMDAwMA==";
    private static final Pattern SECRET = Pattern.compile("<code>(whsec_[^<]+)</code>");

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    private Precinct precinct;
    private Center cms;
    private Visitor staff;
    private Receiver receiver;
    private final String test = UUID.randomUUID().toString();

    @BeforeEach
    void aCenterHasStaff() throws IOException {
        precinct = Precinct.of(port, "PCT-110");
        cms = Center.of(port, "cms");
        staff = Visitor.of(context, Login.staffOf("cms"));
        receiver = new Receiver();
        cms.unregisters();
        // What other tests left behind is not this one's business.
        cms.acknowledges(cms.inbox().size()).is(200);
    }

    @AfterEach
    void theEndpointIsGone() {
        cms.unregisters();
        receiver.close();
    }

    private UUID refers(String reference) {
        return precinct.posts(Precinct.noise(test + reference).replace("PCT-075", "PCT-110"))
                .is(201)
                .id();
    }

    private long number(UUID referral) {
        return cms.mail().linesOf(referral).getFirst().path("n").asLong();
    }

    private MvcTestResult sets(String url) {
        return staff.sends(ENDPOINT, Map.of("url", url, "secret", ""));
    }

    private void setsAndTrusts() {
        var answer = sets(receiver.url());
        assertThat(answer).hasStatusOk();
        receiver.trusts(secret(answer));
    }

    private static String secret(MvcTestResult answer) {
        var found = SECRET.matcher(Visitor.text(answer));
        assertThat(found.find()).as("shows a secret").isTrue();
        return found.group(1);
    }

    private static void leadsTo(String page, MvcTestResult answer) {
        assertThat(answer).hasStatus(302).hasRedirectedUrl(page);
    }

    private static String said(MvcTestResult answer) {
        return String.valueOf(answer.getMvcResult().getFlashMap().get("said"));
    }

    private static void isRefused(MvcTestResult answer, int status, String... words) {
        assertThat(answer).hasStatus(status);
        assertThat(Visitor.text(answer)).contains("Nothing was").contains(words);
    }

    private void eventuallySees(String page, String... words) {
        await().untilAsserted(() -> assertThat(staff.sees(page)).contains(words));
    }

    private void isToldOf(UUID referral, int times) {
        await().untilAsserted(() ->
                assertThat(receiver.toldOf(referral)).hasSize(times).containsOnly(OFFER));
    }

    @Test
    void anEndpointIsSetTriedAndHasItsDeliveriesInTheLog() {
        assertThat(staff.sees(ENDPOINT)).contains("Nowhere.").doesNotContain("Send a test event");
        assertThat(staff.sees(DELIVERIES)).contains("Your center has no endpoint");

        var answer = sets(receiver.url());
        assertThat(answer).hasStatusOk();
        var secret = secret(answer);
        receiver.trusts(secret);
        assertThat(staff.sees(ENDPOINT))
                .contains(receiver.url(), "Enabled", "nothing is failing")
                .doesNotContain(secret);

        assertThat(Visitor.text(staff.sends(ENDPOINT + "/test", Map.of()))).contains("The test: It answered 204.");
        assertThat(receiver.taken())
                .singleElement()
                .satisfies(notice -> assertThat(notice.path("type").asString()).isEqualTo("org.parley.inbox.test.v1"));

        var id = refers("-logged");
        isToldOf(id, 1);
        eventuallySees(DELIVERIES, "/center/referrals/" + id, "An offer", "Taken", "It answered 204.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ftp://center.example/hook",
                "file:///etc/passwd",
                "https://user@center.example/hook",
                "https://center.example/hook#part",
                "https:///hook",
                "https://0x7f.1/hook",
                "https://2130706433/hook"
            })
    void aHostileTargetIsRefusedBesideTheFieldAndNothingIsStored(String url) {
        var answer = sets(url);
        isRefused(answer, 422, "id=\"url-wrong\"", "aria-describedby=\"url-wrong", "value=\"" + url + "\"");
        cms.endpoint().isProblem(404, "not-found");
    }

    @Test
    void whatIsRefusedLeavesTheEndpointWhereItWas() {
        setsAndTrusts();
        isRefused(sets("https://user@center.example/hook"), 422, "id=\"url-wrong\"", "user@center.example");
        isRefused(sets("https://center.example/" + "x".repeat(500)), 422, "at most 500 characters");
        assertThat(cms.endpoint().is(200).text("url")).isEqualTo(receiver.url());
    }

    @Test
    void aSecretOfOnesOwnSignsAndIsNeverShown() {
        var wrong = staff.sends(ENDPOINT, Map.of("url", receiver.url(), "secret", "whsec_tooshort"));
        isRefused(wrong, 422, "id=\"secret-wrong\"", "value=\"" + receiver.url() + "\"");
        assertThat(Visitor.text(wrong)).doesNotContain("whsec_tooshort");
        cms.endpoint().isProblem(404, "not-found");

        leadsTo(ENDPOINT, staff.sends(ENDPOINT, Map.of("url", receiver.url(), "secret", OWN_SECRET)));
        assertThat(staff.sees(ENDPOINT)).doesNotContain(OWN_SECRET);
        receiver.trusts(OWN_SECRET);
        assertThat(staff.sends(ENDPOINT + "/test", Map.of())).hasStatusOk();
        assertThat(receiver.taken()).hasSize(1);
    }

    @Test
    void aNewSecretIsShownOnceAndTheFormerSignsForAWhile() {
        setsAndTrusts();
        var answer = staff.sends(ENDPOINT + "/rotate-secret", Map.of());
        assertThat(answer).hasStatusOk();
        assertThat(Visitor.text(answer)).contains("The former one signs, too, until tomorrow");
        var fresh = secret(answer);
        assertThat(staff.sees(ENDPOINT)).contains("A former secret signs, too").doesNotContain(fresh);
        staff.sends(ENDPOINT + "/test", Map.of());
        receiver.trusts(fresh);
        staff.sends(ENDPOINT + "/test", Map.of());
        assertThat(receiver.taken()).hasSize(2);
        assertThat(receiver.unsigned()).isZero();
    }

    @Test
    void aFailingEndpointSaysSinceWhenAndWhenItIsTriedAgain() {
        setsAndTrusts();
        receiver.answers(500);
        var id = refers("-failing");
        eventuallySees(ENDPOINT, "Failing", "Every delivery has failed since today");
        eventuallySees(DELIVERIES, "Failed", "It failed (500).", "Next try: ");
        assertThat(Visitor.text(staff.sends(ENDPOINT + "/test", Map.of()))).contains("The test: It failed (500).");
        receiver.answers(204);
        isToldOf(id, 1);
        eventuallySees(ENDPOINT, "Enabled");
    }

    @Test
    void theCoordinatorIsToldOfDeliveriesThatWereGivenUpUntilSomebodyHasReadTheInbox() {
        var coordinator = Visitor.of(context, Login.as("coordinator"));
        setsAndTrusts();
        assertThat(coordinator.sees(CENTERS)).doesNotContain(GIVEN_UP, "Every delivery has failed since");
        receiver.answers(500);
        refers("-lost");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(coordinator.sees(CENTERS))
                        .contains("Every delivery has failed since today", "One delivery was " + GIVEN_UP));
        receiver.answers(410);
        refers("-gone");
        await().untilAsserted(() -> assertThat(coordinator.sees(CENTERS))
                .contains("Its endpoint is disabled. It said that it is gone (410)", GIVEN_UP));
        cms.acknowledges(cms.inbox().size()).is(200);
        assertThat(coordinator.sees(CENTERS))
                .contains("Its endpoint is disabled")
                .doesNotContain(GIVEN_UP);
    }

    @Test
    void anEndpointThatIsGoneIsDisabledUntilItIsEnabledAgain() {
        setsAndTrusts();
        receiver.answers(410);
        var id = refers("-gone");
        eventuallySees(ENDPOINT, "Disabled", "It said that it is gone (410)", "Enable again");
        assertThat(staff.sees(DELIVERIES)).doesNotContain("Next try: ");
        receiver.answers(204);
        leadsTo(ENDPOINT, staff.sends(ENDPOINT, Map.of("url", receiver.url())));
        assertThat(staff.sees(ENDPOINT)).contains("Enabled").doesNotContain("Enable again");
        isToldOf(id, 1);
    }

    @Test
    void oneEntryIsDeliveredOnceMore() {
        setsAndTrusts();
        var id = refers("-again");
        var other = refers("-other");
        isToldOf(id, 1);
        isToldOf(other, 1);
        var path = DELIVERIES + "/" + number(id) + "/replay";
        eventuallySees(DELIVERIES, "action=\"" + path + "\"");

        var answer = staff.sends(path, Map.of());
        leadsTo(DELIVERIES, answer);
        assertThat(said(answer)).startsWith("One entry is delivered once more.");
        isToldOf(id, 2);
        isToldOf(other, 1);
        assertThat(said(staff.sends(DELIVERIES + "/1000000/replay", Map.of()))).startsWith("There is nothing");
        assertThat(staff.sends(DELIVERIES + "/0/replay", Map.of())).hasStatus(404);
    }

    @Test
    void allSinceADayIsDeliveredOnceMoreAndTheLogGoesBackPageByPage() {
        setsAndTrusts();
        var ids = IntStream.range(0, 26).mapToObj(n -> refers("-" + n)).toList();
        ids.forEach(id -> isToldOf(id, 1));
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        leadsTo(DELIVERIES, staff.sends(DELIVERIES + "/replay", Map.of("since", today)));
        ids.forEach(id -> isToldOf(id, 2));

        await().untilAsserted(() -> assertThat(staff.sees(DELIVERIES).split("/center/referrals/", -1))
                .as("lines of the first page, each with a link")
                .hasSize(51));
        assertThat(staff.seesAllOf(DELIVERIES))
                .contains(ids.stream().map(id -> "/center/referrals/" + id).toList());
        assertThat(staff.asks(DELIVERIES + "?cursor=x")).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2999-01-01"})
    void noDayOrOneToComeIsRefusedBesideTheField(String since) {
        setsAndTrusts();
        var answer = staff.sends(DELIVERIES + "/replay", Map.of("since", since));
        assertThat(answer).hasStatus(422);
        assertThat(Visitor.text(answer))
                .contains("id=\"since-wrong\"", "aria-describedby=\"since-wrong\"", "Choose today or a day before.");
    }

    @Test
    void nothingCanBeDoneWithAnEndpointThatIsNotThere() {
        isRefused(staff.sends(ENDPOINT + "/test", Map.of()), 409, "Your center has no endpoint");
        isRefused(staff.sends(ENDPOINT + "/rotate-secret", Map.of()), 409, "Your center has no endpoint");
        isRefused(staff.sends(DELIVERIES + "/1/replay", Map.of()), 409, "Your center has no endpoint");
        isRefused(
                staff.sends(DELIVERIES + "/replay", Map.of("since", "2026-01-01")), 409, "Your center has no endpoint");
    }

    @Test
    void nobodyRemovesAnEndpointWithoutBeingSure() {
        setsAndTrusts();
        isRefused(staff.sends(ENDPOINT + "/remove", Map.of()), 422, "id=\"sure-wrong\"", "Tick the box");
        cms.endpoint().is(200);
        leadsTo(ENDPOINT, staff.sends(ENDPOINT + "/remove", Map.of("sure", "true")));
        cms.endpoint().isProblem(404, "not-found");
    }

    @Test
    void noOtherRoleNoOtherCenterAndNoForgedFormGetsToIt() {
        setsAndTrusts();
        for (var role : List.of("officer", "commander", "coordinator", "administrator")) {
            var stranger = Visitor.of(context, Login.as(role));
            assertThat(stranger.asks(ENDPOINT)).hasStatus(403);
            assertThat(stranger.asks(DELIVERIES)).hasStatus(403);
            assertThat(stranger.sends(ENDPOINT + "/remove", Map.of("sure", "true")))
                    .hasStatus(403);
        }
        for (var path : List.of("", "/test", "/rotate-secret", "/remove")) {
            assertThat(staff.sendsWithoutToken(ENDPOINT + path, Map.of("sure", "true")))
                    .hasStatus(403);
        }
        assertThat(staff.sendsWithoutToken(DELIVERIES + "/1/replay", Map.of())).hasStatus(403);
        assertThat(staff.sendsWithoutToken(DELIVERIES + "/replay", Map.of())).hasStatus(403);

        var others = Visitor.of(context, Login.staffOf("nypi"));
        assertThat(others.sees(ENDPOINT)).contains("Nowhere.").doesNotContain(receiver.url());
        assertThat(others.sends(ENDPOINT + "/remove", Map.of("sure", "true"))).hasStatus(302);
        assertThat(Visitor.of(context, Login.as("center-staff")).asks(ENDPOINT)).hasStatus(404);
        cms.endpoint().is(200);
        assertThat(receiver.attempted()).isEmpty();
    }
}

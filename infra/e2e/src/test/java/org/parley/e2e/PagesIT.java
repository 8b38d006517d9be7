package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.e2e.Controls.button;
import static org.parley.e2e.Controls.link;
import static org.parley.e2e.Controls.message;
import static org.parley.e2e.Controls.sendsUnchecked;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** Officers, a center's staff and coordinators at work, each in a real browser, on a desk and on a phone. */
class PagesIT {

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    private static Browser browser;

    private final Platform platform = Platform.shared();

    @BeforeAll
    static void opens() {
        browser = Browser.open();
    }

    @AfterAll
    static void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    private void as(String user, int width, int height, BiConsumer<Page, String> work) {
        browser.as(user, platform.referrals(), width, height, work);
    }

    private static Locator status(Page page) {
        return page.locator("section[aria-label='Where it stands']");
    }

    private static void opens(Page page, String path) {
        page.navigate(page.url().replaceAll("^(https?://[^/]+).*", "$1") + path);
    }

    /** Urgent ones stand before what other tests have left. */
    private UUID refers(String reference, String type) {
        var dispute = """
                {"reference": "%s-%s", "command": "PCT-075", "type": "%s", "occurredAt": "2026-01-02T03:30:00Z",
                 "urgency": "URGENT", "contactVia": "PARTIES",
                 "address": {"line": "5 EXAMPLE STREET", "city": "BROOKLYN", "zip": "11208"},
                 "screening": {"arrestMade": false, "violentFelonyOrDrugs": false, "weapon": false,
                  "orderOfProtection": false, "intimatePartner": false},
                 "parties": [{"name": "Pat Example", "phone": "718 555 0142",
                  "consent": {"given": true, "purpose": "MEDIATION"}}]}
                """.formatted(reference, UUID.randomUUID(), type);
        return UUID.fromString(platform.as("precinct-075")
                .post(Service.REFERRAL, "/v1/referrals", dispute)
                .is(201)
                .text("id"));
    }

    private void centerDoes(UUID id, String action, Map<String, ?> body) {
        platform.as("center-nypi")
                .post(Service.REFERRAL, "/v1/centers/nypi/referrals/" + id + "/" + action, body)
                .is(200);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void anOfficerRefersADisputeAndSeesWhatBecomesOfIt(int width, int height) {
        as("officer-demo", width, height, (page, name) -> {
            button(page, "Refer a dispute")
                    .or(link(page, "Refer a dispute"))
                    .first()
                    .click();
            page.getByLabel("What is it about?").selectOption("NOISE");
            button(page, "Go on").click();
            assertThat(message(page, "Tick what applies")).isVisible();
            Browser.isGoodToLookAt(page, "precinct-screening-" + name);

            page.getByLabel("None of these").check();
            button(page, "Go on").click();
            page.getByLabel("Street and number").fill("100 Example Avenue");
            page.getByLabel("ZIP").fill("11208");
            var person = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Person 1"));
            person.getByLabel("Name").fill("Pat Example");
            person.getByLabel("Phone").fill("555");
            person.getByLabel("Agrees that").check();
            button(page, "Send to a center").click();
            assertThat(message(page, "Nobody can dial this")).isVisible();
            assertThat(person.getByLabel("Name")).hasValue("Pat Example");
            Browser.isGoodToLookAt(page, "precinct-details-" + name);

            person.getByLabel("Phone").fill("(718) 555-0142");
            button(page, "Send to a center").click();
            assertThat(status(page)).containsText("is asked");
            var id = UUID.fromString(page.url().replaceAll(".*/([0-9a-f-]{36}).*", "$1"));

            centerDoes(id, "accept", Map.of());
            opens(page, "/precinct/referrals/" + id);
            assertThat(status(page)).containsText("New York Peace Institute has taken it");
            assertThat(page.content()).doesNotContain("Pat Example", "5550142");
            Browser.isGoodToLookAt(page, "precinct-case-" + name);
            link(page, "Referrals").click();
            assertThat(page.locator("#live[data-state=live]")).isVisible();
            centerDoes(id, "close", Map.of("reason", "RESOLVED_BEFORE_SESSION"));
            assertThat(page.locator("article", new Page.LocatorOptions().setHas(page.locator("a[href$='" + id + "']"))))
                    .containsText("Ended");
            Browser.isGoodToLookAt(page, "precinct-list-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCentersStaffTakeAReferralAndCloseIt(int width, int height) {
        as("staff-nypi", width, height, (page, name) -> {
            assertThat(page.locator("#live[data-state=live]")).isVisible();
            var id = refers("pages-center", "NEIGHBOR");
            assertThat(page.locator("a[href$='" + id + "']")).isVisible();
            Browser.isGoodToLookAt(page, "center-list-" + name);
            opens(page, "/center/referrals/" + id);
            assertThat(status(page)).containsText("Answer");
            assertThat(page.content()).doesNotContain("Pat Example");

            button(page, "Accept").click();
            assertThat(page.getByText("Pat Example")).isVisible();
            Browser.isGoodToLookAt(page, "center-case-" + name);

            var when = page.getByLabel("Day and time of the session");
            when.fill("2020-01-01T10:00");
            button(page, "Plan the session").click();
            assertThat(message(page, "This time is over")).isVisible();
            assertThat(status(page)).containsText("Accepted");
            when.fill(LocalDateTime.now(CITY).plusDays(3).toString().substring(0, 16));
            button(page, "Plan the session").click();
            assertThat(status(page)).containsText("A session is planned");

            // Somebody else was faster.
            platform.as("precinct-075")
                    .post(Service.REFERRAL, "/v1/referrals/" + id + "/withdraw", Map.of("reason", "RESOLVED"))
                    .is(200);
            page.getByText("Close…").click();
            page.getByLabel("Reason").last().selectOption("MEDIATED");
            button(page, "Close the case").click();
            assertThat(message(page, "Nothing was done.")).isVisible();
            assertThat(status(page)).containsText("Withdrawn");
            Browser.isGoodToLookAt(page, "center-refused-" + name);

            link(page, "Endpoint").click();
            Browser.isGoodToLookAt(page, "center-endpoint-" + name);
            link(page, "Deliveries").click();
            Browser.isGoodToLookAt(page, "center-deliveries-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCoordinatorFindsACenterForWhatNoneTakes(int width, int height) {
        as("coordinator", width, height, (page, name) -> {
            assertThat(page.locator("#live[data-state=live]")).isVisible();
            var id = refers("pages-coordinator", "PETS");
            centerDoes(id, "decline", Map.of("reason", "NO_CAPACITY"));
            assertThat(page.locator("a[href$='" + id + "']")).isVisible();
            Browser.isGoodToLookAt(page, "coordination-list-" + name);
            opens(page, "/coordination/referrals/" + id);
            assertThat(page.locator("section[aria-labelledby=why]")).containsText("No capacity");
            assertThat(page.locator("section[aria-labelledby=candidates]")).containsText("is passed over");

            sendsUnchecked(button(page, "Ask this center"));
            assertThat(message(page, "Choose a center")).isVisible();
            Browser.isGoodToLookAt(page, "coordination-case-" + name);

            // Another coordinator was faster.
            platform.as("coordinator")
                    .post(Service.REFERRAL, "/v1/coordination/referrals/" + id + "/place", Map.of("center", "cms"))
                    .is(200);
            page.getByLabel("Center to ask").selectOption("nycid");
            button(page, "Ask this center").click();
            assertThat(message(page, "no center is asked for")).isVisible();
            platform.as("center-cms")
                    .post(
                            Service.REFERRAL,
                            "/v1/centers/cms/referrals/" + id + "/decline",
                            Map.of("reason", "OUT_OF_AREA"))
                    .is(200);

            opens(page, "/coordination/referrals/" + id);
            page.getByLabel("Center to ask").selectOption("nycid");
            button(page, "Ask this center").click();
            assertThat(page.locator("section[aria-labelledby=why]"))
                    .containsText("New York Center for Interpersonal Development");
            assertThat(page.content()).doesNotContain("Pat Example", "5 EXAMPLE STREET");

            link(page, "Centers").click();
            Browser.isGoodToLookAt(page, "directory-list-" + name);
        });
    }
}

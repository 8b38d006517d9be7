package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** A center's staff log a mediation from the referral that it serves, in a real browser. */
class MediationIT {

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

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aMediationIsLoggedFromItsReferralInUnderAMinute(int width, int height) {
        var referral = accepted();
        browser.as("staff-nypi", platform.referrals(), width, height, (page, name) -> logs(page, referral, name));
    }

    private void logs(Page page, String referral, String name) {
        var theCase = platform.referrals() + "/center/referrals/" + referral;
        // It is heard of a moment later.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.navigate(theCase);
            page.getByText("Log a mediation").click();
            return page.getByLabel("What was it about?").inputValue().equals("NOISE");
        });
        var begun = Instant.now();
        assertThat(page.getByLabel("Command")).hasValue("PCT-075");
        var send = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log it"));
        send.click();
        assertThat(page.locator("#outcome-wrong")).hasText("Choose how it ended.");
        Browser.isGoodToLookAt(page, "mediation-" + name);

        page.getByLabel("Agreement on all").check();
        send.click();
        assertThat(page.locator("h1")).hasText("Logged");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(1));
        Browser.isGoodToLookAt(page, "mediation-logged-" + name);

        var id = page.url().replaceAll(".*/([0-9a-f-]{36}).*", "$1");
        var there = platform.as("center-nypi")
                .get(Service.SESSION, "/v1/sessions/" + id)
                .is(200);
        assertThat(there.text("referral")).isEqualTo(referral);
        assertThat(there.text("center")).isEqualTo("nypi");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(platform.as("center-nypi")
                                .get(Service.REFERRAL, "/v1/centers/nypi/referrals/" + referral)
                                .is(200)
                                .text("state"))
                        .isEqualTo("CLOSED"));
        page.navigate(theCase);
        assertThat(page.locator("section[aria-label='Where it stands']")).containsText("Session held");
        assertThat(page.getByText("Log a mediation")).isHidden();
        Browser.isGoodToLookAt(page, "mediation-case-" + name);
    }

    private String accepted() {
        var id = platform.as("precinct-075")
                .post(Service.REFERRAL, "/v1/referrals", """
                        {"reference": "mediation-%s", "command": "PCT-075", "type": "NOISE",
                         "occurredAt": "2026-01-02T03:30:00Z", "contactVia": "PRECINCT",
                         "address": {"line": "5 EXAMPLE STREET", "city": "BROOKLYN", "zip": "11208"},
                         "screening": {"arrestMade": false, "violentFelonyOrDrugs": false, "weapon": false,
                          "orderOfProtection": false, "intimatePartner": false}}
                        """.formatted(UUID.randomUUID()))
                .is(201)
                .text("id");
        platform.as("center-nypi")
                .post(Service.REFERRAL, "/v1/centers/nypi/referrals/" + id + "/accept", Map.of())
                .is(200);
        return id;
    }
}

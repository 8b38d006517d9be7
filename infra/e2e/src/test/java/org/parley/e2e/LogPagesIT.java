package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.e2e.Controls.button;
import static org.parley.e2e.Controls.message;
import static org.parley.e2e.Controls.visits;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** What was logged, as its officer, the commander and a coordinator read it and put it right, in real browsers. */
class LogPagesIT {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
    /** The id of the user `officer-demo`. */
    private static final String OFFICER = "0ff1ce00-0000-4000-8000-000000000075";
    /** Long gone, so that nothing else is logged in it. */
    private static final YearMonth MONTH = YearMonth.from(LocalDate.now(CITY)).minusMonths(7);

    private static final List<String> OUTCOMES =
            List.of("CALMED", "CALMED", "VOLUNTARY_COMPLIANCE", "CALMED", "SEPARATED", "ARREST");
    private static final List<List<String>> TECHNIQUES = List.of(
            List.of("MIRRORING", "PAUSE"),
            List.of("OPEN_QUESTION", "PARAPHRASE", "TIME"),
            List.of("REALITY_TEST", "PAUSE", "DISTANCE"));

    private static Browser browser;
    private static boolean logged;

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
    void anOfficerReadsAmendsAndVoidsTheOwnLogs(int width, int height) {
        var first = logs(OFFICER);
        var second = logs(OFFICER);
        as("officer-demo", width, height, (page, name) -> {
            page.locator("#mine summary").click();
            page.locator("a.own").click();
            var list = page.locator(".rows");
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                page.reload();
                return list.locator("a[href$='" + first + "']").count() == 1;
            });
            Browser.isGoodToLookAt(page, "logs-" + name);
            list.locator("a[href$='" + first + "']").click();

            page.getByText("Amend it…").click();
            page.getByLabel("Arrest", new Page.GetByLabelOptions().setExact(true))
                    .check();
            button(page, "Amend it").click();
            assertThat(page.locator("#arrestMade-wrong")).hasText("Must be true with ARREST.");
            Browser.isGoodToLookAt(page, "log-wrong-" + name);

            // Somebody else was faster.
            platform.as("coordinator")
                    .post(
                            Service.SESSION,
                            "/v1/micro-interventions/" + first + "/amend",
                            amended(OFFICER),
                            "If-Match",
                            "*")
                    .is(200);
            page.getByLabel("Separated").check();
            button(page, "Amend it").click();
            assertThat(message(page, "It was changed meanwhile.")).isVisible();
            page.getByText("Amend it…").click();
            page.getByLabel("Separated").check();
            button(page, "Amend it").click();
            assertThat(page.locator("[role=status]")).containsText("Done.");
            assertThat(page.locator(".history > li")).hasCount(3);
            Browser.isGoodToLookAt(page, "log-amended-" + name);

            visits(page, "/logs/micro-interventions/" + second);
            page.getByText("Void it…").click();
            page.getByLabel("Why").selectOption("DUPLICATE");
            button(page, "Void it").click();
            assertThat(page.locator("#content")).containsText("Voided: Duplicate");

            visits(page, "/logs/figures");
            assertThat(page.locator("#micro-interventions")).isVisible();
            Browser.isGoodToLookAt(page, "log-figures-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCommanderReadsFiguresAndNothingOfAnyOfficer(int width, int height) {
        aMonthOfManyOfficers();
        as("commander-075", width, height, (page, name) -> {
            visits(page, "/command-logs?month=" + MONTH.minusMonths(1));
            assertThat(page.locator("#content")).containsText("no log is listed");
            Browser.isGoodToLookAt(page, "command-logs-few-" + name);
            page.getByText("Month after").click();
            assertThat(page.locator(".heat").first()).isVisible();
            assertThat(page.locator("#content")).containsText("8 officers");
            assertThat(page.locator("a[href^='/logs/']")).hasCount(0);
            Browser.isGoodToLookAt(page, "command-logs-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCoordinatorReadsTheLogsOfACommandAndWhatDoesNotFit(int width, int height) {
        aMonthOfManyOfficers();
        var session = aSessionOfAnothersReferral();
        as("coordinator", width, height, (page, name) -> {
            Browser.isGoodToLookAt(page, "board-empty-" + name);
            page.getByLabel("Command").selectOption("PCT-075");
            page.getByLabel("Month", new Page.GetByLabelOptions().setExact(true))
                    .fill(MONTH.toString());
            button(page, "Show").click();
            assertThat(page.locator(".rows li").first()).isVisible();
            Browser.isGoodToLookAt(page, "board-" + name);

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                visits(page, "/board/unmatched");
                return page.locator("a[href$='" + session + "']").count() == 1;
            });
            assertThat(page.locator("#content")).containsText("It was logged in PCT-001");
            Browser.isGoodToLookAt(page, "board-unmatched-" + name);
            page.locator("a[href$='" + session + "']").click();
            page.getByText("Void it…").click();
            button(page, "Void it").click();
            assertThat(page.locator("#reason-wrong")).hasText("Choose a reason.");
            Browser.isGoodToLookAt(page, "log-session-" + name);
            page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).selectOption("WRONG_REFERRAL");
            button(page, "Void it").click();
            assertThat(page.locator("#content")).containsText("Voided: Wrong referral");
        });
    }

    private String logs(String officer) {
        var id = UUID.randomUUID().toString();
        platform.as("coordinator")
                .put(Service.SESSION, "/v1/micro-interventions/" + id, Given.avoidedArrest(officer, "PCT-075"))
                .is(201);
        return id;
    }

    private static Map<String, Object> amended(String officer) {
        var body = Given.avoidedArrest(officer, "PCT-075");
        body.put("type", "PETS");
        return body;
    }

    /** Two months ago that one officer logs in, and one that eight do. */
    private void aMonthOfManyOfficers() {
        if (logged) {
            return;
        }
        log(UUID.randomUUID().toString(), MONTH.minusMonths(1), 0);
        for (var n = 0; n < 8; n++) {
            var officer = UUID.randomUUID().toString();
            for (var more = 0; more < 6; more++) {
                log(officer, MONTH, more);
            }
        }
        logged = true;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(platform.as("coordinator")
                                .get(Service.SESSION, "/v1/commands/PCT-075/summary?month=" + MONTH)
                                .is(200)
                                .text("officers"))
                        .isEqualTo("8"));
    }

    private void log(String officer, YearMonth month, int n) {
        var body = Given.avoidedArrest(officer, "PCT-075");
        var arrest = OUTCOMES.get(n).equals("ARREST");
        body.put("occurredAt", month.atDay(3 + 4 * n) + "T17:00:00Z");
        body.put("outcome", OUTCOMES.get(n));
        body.put("techniques", TECHNIQUES.get(n % TECHNIQUES.size()));
        body.put("arrestMade", arrest);
        platform.as("coordinator")
                .put(Service.SESSION, "/v1/micro-interventions/" + UUID.randomUUID(), body)
                .is(201);
    }

    private String aSessionOfAnothersReferral() {
        var referral = platform.as("precinct-075")
                .post(Service.REFERRAL, "/v1/referrals", Given.referral(Given.newReference(), "PCT-075"))
                .is(201)
                .text("id");
        var id = UUID.randomUUID().toString();
        platform.as("coordinator")
                .put(Service.SESSION, "/v1/sessions/" + id, Given.agreementOf("nypi", referral, "PCT-001"))
                .is(201);
        return id;
    }

    private void as(String user, int width, int height, BiConsumer<Page, String> work) {
        browser.as(user, platform.sessions(), width, height, work);
    }
}

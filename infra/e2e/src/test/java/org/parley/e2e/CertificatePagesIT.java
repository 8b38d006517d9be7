package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.e2e.Controls.button;
import static org.parley.e2e.Controls.link;
import static org.parley.e2e.Controls.message;
import static org.parley.e2e.Controls.sendsUnchecked;
import static org.parley.e2e.Controls.visits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** Certificates on paper and before whoever checks them, and officers who are chosen by their names, in real browsers. */
class CertificatePagesIT {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
    /** The officer of the user `officer-demo`. */
    private static final String OFFICER = "0ff1ce00-0000-4000-8000-000000000075";
    /** The id of the user `trainer-demo`. */
    private static final String TRAINER = "0ff1ce00-0000-4000-8000-00000000070a";

    private static Browser browser;

    private final Platform platform = Platform.shared();
    private final List<UUID> opened = new ArrayList<>();

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

    @AfterEach
    void givesTheSeatsBack() {
        opened.forEach(id -> coordinator("/v1/trainings/" + id + "/cancel", Map.of("reason", "ENTERED_IN_ERROR")));
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void anOfficerPrintsACertificateThatIsRevokedLater(int width, int height) {
        var training = training("held", -30);
        enrolls(training, OFFICER);
        IntStream.range(0, 4)
                .forEach(day -> attends(training, LocalDate.now(CITY).plusDays(day - 30), OFFICER));
        coordinator("/v1/trainings/" + training + "/complete", Map.of());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> platform.as("coordinator")
                        .get(Service.ENROLLMENT, "/v1/officers/" + OFFICER + "/certificates")
                        .is(200)
                        .body()
                        .toString()
                        .contains(training.toString()));
        as("officer-demo", width, height, (page, name) -> {
            visits(page, "/trainings/" + training);
            page.getByText("Your certificate").click();
            Browser.isGoodToLookAt(page, "certificate-" + name);
            fitsOnOneSheet(page, "A4");
            fitsOnOneSheet(page, "Letter");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("header.bar")).isHidden();
            Browser.screenshot(page, "certificate-print-" + name);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            var address = page.locator("figcaption a").getAttribute("href");
            link(page, "Certificates").click();
            Browser.isGoodToLookAt(page, "certificates-" + name);

            checks(address, width, height, "Valid", "certificate-valid-" + name);
            as("coordinator", width, height, (desk, _) -> revokes(desk, training, name));
            checks(address, width, height, "Revoked", "certificate-revoked-" + name);
            page.navigate(address.replaceAll("/[0-9a-f-]{36}$", "/1"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Not found")))
                    .isVisible();
        });
    }

    private void revokes(Page desk, UUID training, String name) {
        visits(desk, "/cohorts/" + training);
        link(desk, "Completed, certificates").click();
        desk.locator("section", new Page.LocatorOptions().setHas(desk.getByText("Revoke…")))
                .first()
                .getByText("Revoke…")
                .click();
        sendsUnchecked(button(desk, "Revoke the certificate").first());
        assertThat(message(desk, "Choose a reason.")).isVisible();
        Browser.isGoodToLookAt(desk, "cohort-certificates-" + name);
        var open = desk.locator("details[open]");
        open.getByLabel("Reason").selectOption("ATTENDANCE_CORRECTED");
        open.getByLabel("I know").check();
        open.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke the certificate"))
                .click();
        assertThat(desk.locator("#content")).containsText("revoked on");
    }

    /** Somebody who was shown the paper, and has no log-in here. */
    private void checks(String address, int width, int height, String answer, String screenshot) {
        try (var window = browser.window(width, height)) {
            var page = window.newPage();
            page.navigate(address);
            assertThat(page.locator(".answer")).hasText(answer);
            Browser.isGoodToLookAt(page, screenshot);
            assertThat(window.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCommanderEnrollsOfficersByTheirNames(int width, int height) {
        var roster = new StringBuilder("tax_number,name,rank,command,nco\n");
        for (var one = 10; one < 45; one++) {
            roster.append("66%03d%d,Robin Roster-%d-%d,PO,PCT-075,%s\n"
                    .formatted(width % 1000, one, width, one, one % 3 == 0));
        }
        var officers = platform.as("coordinator")
                .post(
                        Service.ENROLLMENT,
                        "/v1/officers:import?dryRun=false",
                        roster.toString(),
                        "Content-Type",
                        "text/csv")
                .is(200);
        var taken = training("taken", 20);
        enrolls(taken, officers.body().at("/items/0/officer").asString());
        var training = training("named", 24);
        as("commander-075", width, height, (page, name) -> {
            visits(page, "/command/enroll");
            var names = "Roster-" + width + "-";
            page.getByLabel("Name or rank").fill(names.toLowerCase(Locale.ROOT));
            button(page, "Find").click();
            assertThat(page.locator("#roster")).containsText("page 1 of");
            assertThat(page.locator("#roster")).containsText("Has a seat in taken");
            choice(page, names + "10").check();
            choice(page, names + "12").check();
            Browser.isGoodToLookAt(page, "command-choose-" + name);
            button(page, "Next page").click();
            assertThat(page.locator("#roster")).containsText("Chosen as well");
            assertThat(page.url()).doesNotContain("oster-", "filter");
            page.locator("#enroll-training").selectOption(training.toString());
            button(page, "Enroll").click();
            // The seat is in another cohort.
            assertThat(message(page, "1 of 2 have a place.")).isVisible();
            assertThat(page.locator("#officers-lines")).containsText(names + "10");
            Browser.isGoodToLookAt(page, "command-choose-refused-" + name);
            choice(page, names + "10").uncheck();
            button(page, "Enroll").click();
            assertThat(page.locator("#officers-lines")).containsText("Choose or enter one officer at least.");
            visits(page, "/command");
            assertThat(page.locator("#content")).containsText(names + "12");
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aTrainerChoosesAGuestFromTheList(int width, int height) {
        var own = training("own", -40);
        var guest = UUID.randomUUID().toString();
        enrolls(own, guest);
        IntStream.range(1, 4).forEach(day -> attends(own, LocalDate.now(CITY).plusDays(day - 40), guest));
        coordinator("/v1/trainings/" + own + "/complete", Map.of());
        var here = training("here", 0);
        as("trainer-demo", width, height, (page, name) -> {
            visits(page, "/cohorts/" + here + "/make-up");
            page.locator("#guest-hours").fill("8");
            sendsUnchecked(page.locator("form")
                    .filter(new Locator.FilterOptions().setHas(page.locator("#guest-hours")))
                    .getByRole(AriaRole.BUTTON));
            assertThat(message(page, "Choose the officer and the day.")).isVisible();
            page.locator("#guest-guest").selectOption(own + "/" + guest + "/1");
            page.locator("#guest-hours").fill("99");
            var record = page.locator("form")
                    .filter(new Locator.FilterOptions().setHas(page.locator("#guest-hours")))
                    .getByRole(AriaRole.BUTTON);
            record.click();
            assertThat(page.locator("#guest-hours-wrong")).isVisible();
            Browser.isGoodToLookAt(page, "cohort-guest-" + name);
            page.locator("#guest-hours").fill("8");
            record.click();
            assertThat(page.locator("[role=status]")).containsText("The day is recorded");
        });
    }

    private static Locator choice(Page page, String name) {
        return page.locator("#roster li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.CHECKBOX);
    }

    private static void fitsOnOneSheet(Page page, String format) {
        var paper = new String(
                page.pdf(new Page.PdfOptions().setFormat(format).setPreferCSSPageSize(false)),
                StandardCharsets.ISO_8859_1);
        assertThat(SHEET.matcher(paper).results().count())
                .as("sheets of " + format)
                .isEqualTo(1);
    }

    /** Four days, the first one so many days from today, by the trainer of the demo. */
    private UUID training(String cohort, int in) {
        var days = IntStream.range(0, 4)
                .mapToObj(day -> LocalDate.now(CITY).plusDays(day + in))
                .map(date -> Map.of("date", date.toString(), "start", "09:00", "end", "17:00", "venue", "ACADEMY-2"))
                .toList();
        var id = UUID.fromString(platform.as("coordinator")
                .post(
                        Service.ENROLLMENT,
                        "/v1/trainings",
                        Map.of("cohort", cohort, "capacity", 30, "days", days, "trainers", List.of(TRAINER)))
                .is(201)
                .text("id"));
        coordinator("/v1/trainings/" + id + "/open", Map.of());
        if (in >= 0) {
            opened.add(id);
        }
        return id;
    }

    private void enrolls(UUID training, String officer) {
        coordinator(
                "/v1/trainings/" + training + "/enrollments",
                Map.of("requests", List.of(Map.of("officer", officer, "command", "PCT-075", "nco", true))));
    }

    private void attends(UUID training, LocalDate date, String officer) {
        platform.as("coordinator")
                .put(
                        Service.ENROLLMENT,
                        "/v1/trainings/" + training + "/attendance/" + date,
                        Map.of("attended", List.of(Map.of("officer", officer, "hours", 8))))
                .is(200);
    }

    private void coordinator(String path, Map<String, ?> body) {
        platform.as("coordinator").post(Service.ENROLLMENT, path, body).is(200);
    }

    /** An answer that nothing is there is no fault of the page. */
    private void as(String user, int width, int height, BiConsumer<Page, String> work) {
        browser.as(user, platform.enrollment(), width, height, "404|409|422", work);
    }
}

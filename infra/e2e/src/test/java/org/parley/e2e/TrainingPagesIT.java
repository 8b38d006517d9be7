package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.e2e.Controls.button;
import static org.parley.e2e.Controls.message;
import static org.parley.e2e.Controls.sendsUnchecked;
import static org.parley.e2e.Controls.visits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** A seat from the wish to the sign-in, in real browsers: of officers, commanders, trainers and coordinators. */
class TrainingPagesIT {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
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

    /** The officer has one seat at a time, and must be free for the next. */
    @AfterEach
    void givesTheSeatsBack() {
        opened.forEach(id -> coordinator("/v1/trainings/" + id + "/cancel", Map.of("reason", "ENTERED_IN_ERROR")));
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void anOfficerAsksIsApprovedAndSignsIn(int width, int height) {
        var training = today(3);
        as("officer-demo", width, height, (page, name) -> {
            Browser.isGoodToLookAt(page, "trainings-" + name);
            visits(page, "/trainings/" + training);
            button(page, "Ask for a seat").click();
            assertThat(stands(page)).containsText("Asked for");
            Browser.isGoodToLookAt(page, "training-asked-" + name);

            // Somebody else was faster.
            as("commander-075", width, height, (desk, _) -> {
                Browser.isGoodToLookAt(desk, "command-" + name);
                desk.locator("form[action*='" + training + "'] button").click();
                assertThat(desk.locator("#content")).containsText("Enrolled");
                desk.getByText("Move to another cohort…").click();
                Browser.isGoodToLookAt(desk, "command-officer-" + name);
            });
            page.getByText("Withdraw…").click();
            page.getByLabel("Reason").selectOption("LEAVE");
            button(page, "Withdraw").click();
            assertThat(message(page, "Somebody else was faster.")).isVisible();
            assertThat(stands(page)).containsText("Enrolled");

            var code = page.getByLabel("the code on the screen");
            code.fill("000000".equals(code(training)) ? "111111" : "000000");
            button(page, "Sign in").click();
            assertThat(message(page, "That is not the code of this minute.")).isVisible();
            Browser.isGoodToLookAt(page, "training-wrong-code-" + name);
            page.getByLabel("the code on the screen").fill(code(training));
            button(page, "Sign in").click();
            assertThat(stands(page)).containsText("Attended");
            Browser.isGoodToLookAt(page, "training-attended-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCommanderEnrollsManyByTheirIds(int width, int height) {
        var training = today(2);
        as("commander-075", width, height, (page, name) -> {
            visits(page, "/command/enroll");
            page.getByLabel("Cohort").selectOption(training.toString());
            page.getByLabel("Officers, one id a line").fill(UUID.randomUUID() + "\nJohn\n");
            button(page, "Enroll").click();
            assertThat(message(page, "Nobody was enrolled.")).isVisible();
            Browser.isGoodToLookAt(page, "command-enroll-" + name);
            var many = IntStream.range(0, 3)
                    .mapToObj(_ -> UUID.randomUUID().toString())
                    .toList();
            page.getByLabel("Officers, one id a line").fill(String.join("\n", many));
            button(page, "Enroll").click();
            for (var officer : many) {
                assertThat(page.getByText(officer)).isVisible();
            }
            assertThat(page.locator("#content")).containsText("Waits until a seat comes free.");
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aTrainerShowsTheCodeAndRecordsADay(int width, int height) {
        var training = today(3);
        var officers = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        enrolls(training, officers);
        as("trainer-demo", width, height, (page, name) -> {
            Browser.isGoodToLookAt(page, "cohorts-" + name);
            visits(page, "/cohorts/" + training);
            assertThat(page.locator("#content")).containsText("Waiting list, in order");
            Browser.isGoodToLookAt(page, "cohort-" + name);

            visits(page, "/cohorts/" + training + "/days/1/code");
            Browser.isGoodToLookAt(page, "cohort-code-" + name);
            page.waitForResponse(answer -> answer.url().endsWith("/code") && answer.ok(), () -> {});
            assertThat(page.locator(".screen")).isVisible();

            visits(page, "/cohorts/" + training + "/days/1");
            var first = page.locator("fieldset")
                    .filter(new Locator.FilterOptions()
                            .setHasText(officers.getFirst().toString()));
            first.getByLabel("Was there").check();
            Browser.isGoodToLookAt(page, "cohort-day-" + name);
            first.getByLabel("Hours").fill("99");
            sendsUnchecked(button(page, "Record who was there"));
            assertThat(message(page, "Nothing was recorded.")).isVisible();
            Browser.isGoodToLookAt(page, "cohort-day-wrong-" + name);
            first.getByLabel("Hours").fill("6");
            button(page, "Record who was there").click();
            assertThat(first).containsText("6 h");
            visits(page, "/cohorts/" + training + "/make-up");
            Browser.isGoodToLookAt(page, "cohort-make-up-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCoordinatorPlansACohortAndOpensIt(int width, int height) {
        as("coordinator", width, height, (page, name) -> {
            visits(page, "/cohorts/new");
            page.getByLabel("Label, such as 2026-07").fill("planned-" + name);
            page.getByLabel("Seats", new Page.GetByLabelOptions().setExact(true))
                    .fill("25");
            for (var day = 0; day < 4; day++) {
                page.locator("#days-" + day + "-date")
                        .fill(LocalDate.now(CITY).plusDays(40 - day).toString());
            }
            button(page, "Store the draft").click();
            assertThat(message(page, "This must be after the day before it.")).isVisible();
            Browser.isGoodToLookAt(page, "cohort-plan-" + name);
            for (var day = 0; day < 4; day++) {
                page.locator("#days-" + day + "-date")
                        .fill(LocalDate.now(CITY).plusDays(40 + day).toString());
            }
            button(page, "Store the draft").click();
            button(page, "Open it for enrollment").click();
            assertThat(message(page, "Name a trainer first.")).isVisible();
            page.getByText("Change the plan").click();
            page.getByLabel("Trainers, one id a line").fill(TRAINER);
            button(page, "Store the draft").click();
            button(page, "Open it for enrollment").click();
            assertThat(page.locator("#content")).containsText("Reschedule");
            page.getByText("Cancel…").click();
            Browser.isGoodToLookAt(page, "cohort-open-" + name);
            page.getByLabel("Reason").selectOption("WEATHER");
            button(page, "Cancel the cohort").click();
            assertThat(page.locator("#content")).containsText("Does not take place");
        });
    }

    /** A training whose first day is today, all day, by the trainer of the demo. */
    private UUID today(int capacity) {
        var days = IntStream.range(0, 4)
                .mapToObj(LocalDate.now(CITY)::plusDays)
                .map(date -> Map.of("date", date.toString(), "start", "00:00", "end", "23:59", "venue", "ACADEMY-2"))
                .toList();
        var id = UUID.fromString(platform.as("coordinator")
                .post(
                        Service.ENROLLMENT,
                        "/v1/trainings",
                        Map.of("cohort", "today", "capacity", capacity, "days", days, "trainers", List.of(TRAINER)))
                .is(201)
                .text("id"));
        coordinator("/v1/trainings/" + id + "/open", Map.of());
        opened.add(id);
        return id;
    }

    private void enrolls(UUID training, List<UUID> officers) {
        var requests = officers.stream()
                .map(officer -> Map.of("officer", officer.toString(), "command", "PCT-075", "nco", true))
                .toList();
        coordinator("/v1/trainings/" + training + "/enrollments", Map.of("requests", requests));
    }

    private void coordinator(String path, Map<String, ?> body) {
        platform.as("coordinator").post(Service.ENROLLMENT, path, body).is(200);
    }

    private String code(UUID training) {
        return platform.as("coordinator")
                .get(Service.ENROLLMENT, "/v1/trainings/" + training + "/days/1/sign-in-code")
                .is(200)
                .text("code");
    }

    private void as(String user, int width, int height, BiConsumer<Page, String> work) {
        browser.as(user, platform.enrollment(), width, height, work);
    }

    private static Locator stands(Page page) {
        return page.locator("section[aria-label='Where it stands']");
    }
}

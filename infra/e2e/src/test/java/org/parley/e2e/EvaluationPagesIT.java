package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.e2e.Controls.button;
import static org.parley.e2e.Controls.message;
import static org.parley.e2e.Controls.sendsUnchecked;
import static org.parley.e2e.Controls.visits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** What officers say of a training, from their links to what others read, in real browsers. */
class EvaluationPagesIT {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
    /** Of the users `officer-demo` and `trainer-demo`. */
    private static final UUID OFFICER = UUID.fromString("0ff1ce00-0000-4000-8000-000000000075");

    private static final String TRAINER = "0ff1ce00-0000-4000-8000-00000000070a";
    private static final String COMMENT = "More role play, and earlier in the day.";
    private static final List<String> PARTS = List.of("FULL_PROCESS", "MICRO_INTERVENTIONS", "MEDIATION_CENTERS");

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
    void anOfficerDrawsALinkAndAnybodyAnswersByItOnce(int width, int height) {
        var training = completed(2);
        var links = new ArrayList<String>();
        as("officer-demo", width, height, page -> {
            visits(page, "/trainings/" + training);
            Browser.isGoodToLookAt(page, "evaluation-own-" + name(width));
            button(page, "Draw my link").click();
            Browser.isGoodToLookAt(page, "evaluation-own-link-" + name(width));
            links.add(page.getByLabel("Your link").inputValue());
            assertThat(page.url()).doesNotContain("#").doesNotContain(token(links.getFirst()));
            var answers = page.waitForPopup(() -> button(page, "Answer now").click());
            assertThat(answers.locator("#content")).containsText("Cohort over");
            assertThat(answers.locator("header")).not().containsText("officer-demo");
            assertThat(answers.evaluate("() => window.opener")).isNull();
            answers.close();
            assertThat(page.getByLabel("Your link")).hasValue(links.getFirst());
            visits(page, "/trainings/" + training);
            assertThat(page.locator("#content")).containsText("It was shown once");
        });
        Browser.in(browser.window(width, height), "nobody", page -> {
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(platform.enrollment() + "/evaluation");
            skipsToTheContent(page);
            assertThat(button(page, "Go on")).isVisible();
            assertThat(page.getByLabel("Your link")).hasValue("");
            page.navigate(links.getFirst());
            assertThat(button(page, "Send my answer")).isVisible();
            Browser.isGoodToLookAt(page, "evaluation-answers-" + name(width));
            page.getByLabel("A comment").fill(COMMENT);
            page.getByLabel("Good").first().check();
            sendsUnchecked(button(page, "Send my answer"));
            assertThat(message(page, "Nothing was stored.")).isVisible();
            assertThat(page.getByLabel("A comment")).hasValue(COMMENT);
            Browser.isGoodToLookAt(page, "evaluation-answers-wrong-" + name(width));
            page.locator("input[type=radio][value=EXCELLENT]").all().forEach(Locator::check);
            page.getByLabel("It reduces arrests").check();
            button(page, "Send my answer").dblclick();
            assertThat(page.locator("#content")).containsText("Your answer has arrived.");
            Browser.isGoodToLookAt(page, "evaluation-thanks-" + name(width));

            page.navigate(links.getFirst());
            assertThat(message(page, "An answer has come by this link already."))
                    .isVisible();
            Browser.isGoodToLookAt(page, "evaluation-used-" + name(width));
            assertThat(page.url()).endsWith("/evaluation");
            assertThat(asked).isNotEmpty().noneMatch(url -> url.contains(token(links.getFirst())));
            assertThat(page.context().cookies()).isEmpty();
        });
        var second = drawn(training).getFirst();
        Browser.in(browser.windowWithoutScripts(width, height), "scriptless", page -> {
            page.navigate(platform.enrollment() + "/evaluation#" + second);
            page.getByLabel("Your link").fill("nothing of the kind");
            button(page, "Go on").click();
            assertThat(message(page, "This link is not good.")).isVisible();
            page.getByLabel("Your link").fill(platform.enrollment() + "/evaluation#" + second);
            button(page, "Go on").click();
            page.locator("input[type=radio][value=POOR]").all().forEach(Locator::check);
            button(page, "Send my answer").click();
            assertThat(page.locator("#content")).containsText("Your answer has arrived.");
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aCoordinatorDrawsAllLinksClosesAndReadsWhatATrainerReadsInPart(int width, int height) {
        var training = completed(12);
        var page = "/cohorts/" + training + "/evaluation";
        as("coordinator", width, height, desk -> {
            visits(desk, "/cohorts/" + training);
            desk.getByText("What officers think of it").click();
            Browser.isGoodToLookAt(desk, "evaluation-ask-" + name(width));

            as("trainer-demo", width, height, other -> {
                visits(other, page);
                assertThat(other.locator("#content")).containsText("Coordinators draw the links");
                assertThat(other.locator("#content form")).hasCount(0);
                Browser.isGoodToLookAt(other, "evaluation-ask-trainer-" + name(width));
            });
            // Somebody else was faster.
            as("coordinator", width, height, other -> {
                visits(other, page);
                button(desk, "Draw their links").click();
                assertThat(desk.locator("h1")).hasText("12 links");
                button(other, "Draw their links").click();
                assertThat(message(other, "A link was drawn for everybody")).isVisible();
            });
            Browser.isGoodToLookAt(desk, "evaluation-links-" + name(width));
            var links =
                    desk.getByLabel("Links, one a line").inputValue().lines().toList();
            assertThat(links).hasSize(12).allMatch(link -> link.startsWith(platform.enrollment() + "/evaluation#"));
            assertThat(saved(desk)).isEqualTo(links);

            visits(desk, page);
            desk.getByText("Draw all links again…").click();
            Browser.isGoodToLookAt(desk, "evaluation-open-" + name(width));
            answers(links);
            button(desk, "Draw all links again").click();
            assertThat(message(desk, "Somebody has answered")).isVisible();
            desk.getByText("Close…").click();
            button(desk, "Close the evaluation").click();
            assertThat(desk.locator("#content")).containsText(COMMENT);
            Browser.isGoodToLookAt(desk, "evaluation-results-" + name(width));
        });
        as("trainer-demo", width, height, desk -> {
            visits(desk, page);
            assertThat(desk.locator("#content")).containsText("Not shown: fewer than five officers");
            assertThat(desk.locator("#content")).not().containsText(COMMENT);
            Browser.isGoodToLookAt(desk, "evaluation-results-trainer-" + name(width));
        });
    }

    /** A training of the demo's trainer, that so many have just completed, the demo's officer among them. */
    private UUID completed(int officers) {
        var days = IntStream.rangeClosed(-8, -5)
                .mapToObj(LocalDate.now(CITY)::plusDays)
                .map(LocalDate::toString)
                .toList();
        var plan = Map.of(
                "cohort",
                "over",
                "capacity",
                officers,
                "days",
                days.stream()
                        .map(date -> Map.of("date", date, "start", "09:00", "end", "17:00"))
                        .toList(),
                "trainers",
                List.of(TRAINER));
        var coordinator = platform.as("coordinator");
        var id = UUID.fromString(coordinator
                .post(Service.ENROLLMENT, "/v1/trainings", plan)
                .is(201)
                .text("id"));
        var path = "/v1/trainings/" + id;
        var all = Stream.concat(Stream.of(OFFICER), Stream.generate(UUID::randomUUID))
                .limit(officers)
                .map(UUID::toString)
                .toList();
        coordinator.post(Service.ENROLLMENT, path + "/open", Map.of()).is(200);
        var requests = all.stream()
                .map(officer -> Map.of("officer", officer, "command", "PCT-075"))
                .toList();
        coordinator
                .post(Service.ENROLLMENT, path + "/enrollments", Map.of("requests", requests))
                .is(200);
        var attended = all.stream()
                .map(officer -> Map.of("officer", officer, "hours", 8))
                .toList();
        days.forEach(day -> coordinator
                .put(Service.ENROLLMENT, path + "/attendance/" + day, Map.of("attended", attended))
                .is(200));
        coordinator.post(Service.ENROLLMENT, path + "/complete", Map.of()).is(200);
        return id;
    }

    private List<String> drawn(UUID training) {
        return platform.as("coordinator")
                .post(Service.ENROLLMENT, "/v1/trainings/" + training + "/evaluation-links", Map.of())
                .is(200)
                .body()
                .at("/tokens")
                .valueStream()
                .map(token -> token.asString())
                .toList();
    }

    /** Half of them call it excellent; one alone says what nobody else does. */
    private void answers(List<String> links) {
        for (var place = 0; place < links.size(); place++) {
            var rating = place < 6 ? "EXCELLENT" : "GOOD";
            var parts = Map.of(PARTS.get(0), "GOOD", PARTS.get(1), place == 0 ? "POOR" : "GOOD", PARTS.get(2), rating);
            var themes = place == 0
                    ? List.of("REDUCED_ARRESTS")
                    : place < 7 ? List.of("TOOLS_INSTEAD_OF_ARREST", "COMMUNITY_RELATIONS") : List.of();
            platform.withoutToken()
                    .post(
                            Service.ENROLLMENT,
                            "/v1/evaluations",
                            Map.of(
                                    "token", token(links.get(place)),
                                    "overall", rating,
                                    "parts", parts,
                                    "themes", themes,
                                    "comment", place == 3 ? COMMENT : ""))
                    .is(204);
        }
    }

    private static List<String> saved(Page page) {
        var file = page.waitForDownload(() -> page.getByText("Save as a file").click())
                .path();
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void as(String user, int width, int height, Consumer<Page> work) {
        browser.as(user, platform.enrollment(), width, height, (page, _) -> work.accept(page));
    }

    private static String name(int width) {
        return width < 500 ? "phone" : "desktop";
    }

    private static String token(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    /** With the keyboard, and in an address that has something behind its # then. */
    private static void skipsToTheContent(Page page) {
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }
}

package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.processes.Service;

/** Officers log on the spot, on a phone in a real browser, whatever the network does. */
class PhoneIT {

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

    private void onAPhone(Consumer<Phone> work) {
        onAPhone(ColorScheme.LIGHT, work);
    }

    private void onAPhone(ColorScheme colors, Consumer<Phone> work) {
        try (var phone = new Phone(platform, browser, colors).signedIn()) {
            try {
                work.accept(phone);
            } catch (AssertionError | PlaywrightException e) {
                Browser.screenshot(phone.page(), "failed-phone");
                throw e;
            }
        }
    }

    /** As a coordinator reads it, with the world having learned of it once. */
    private Answer isThereOnce(String id) {
        var there = platform.as("coordinator")
                .get(Service.SESSION, "/v1/micro-interventions/" + id)
                .is(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> told(id) > 0);
        assertThat(told(id)).isEqualTo(1);
        assertThat(there.body().path("version").asInt()).isEqualTo(1);
        return there;
    }

    private long told(String id) {
        return platform.topics().all("parley.sessions.v1").stream()
                .filter(record -> id.equals(record.key()))
                .count();
    }

    private void isNotThere(String id) {
        platform.as("coordinator")
                .get(Service.SESSION, "/v1/micro-interventions/" + id)
                .is(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void aLogTakesFourTapsByDayAndByNight(ColorScheme colors) {
        onAPhone(colors, phone -> {
            var name = colors == ColorScheme.DARK ? "-night" : "";
            phone.isInTheLowerHalf(phone.page().locator("[data-step=outcome] button"));
            phone.isGoodToLookAt("phone-outcome" + name);
            var before = phone.taps();
            var begun = Instant.now();

            phone.taps("Voluntary compliance");
            phone.isInTheLowerHalf(phone.page().locator("[data-step=type] button:visible"));
            phone.taps("Neighbors");
            phone.answers("Was an arrest likely?", "Yes");
            phone.taps("Save");
            assertThat(phone.page().locator("#said")).hasText("Saved: Voluntary compliance · Neighbors");

            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(phone.taps() - before).isEqualTo(4);
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(1);
            phone.isGoodToLookAt("phone-sent" + name);
            var there = isThereOnce(phone.newest()).body();
            assertThat(there.path("type").asString()).isEqualTo("NEIGHBOR");
            assertThat(there.path("arrestWasLikely").asBoolean()).isTrue();
            assertThat(there.path("arrestMade").asBoolean()).isFalse();
            assertThat(Instant.parse(there.path("occurredAt").asString()))
                    .isBetween(begun.minusSeconds(1), Instant.now());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theLongestLogTakesSixTapsAndTechniquesOneMoreEach(ColorScheme colors) {
        onAPhone(colors, phone -> {
            var name = colors == ColorScheme.DARK ? "-night" : "";
            var before = phone.taps();
            phone.taps("Escalated");
            phone.taps("All types");
            phone.isGoodToLookAt("phone-types" + name);
            phone.taps("Parking");
            phone.isInTheLowerHalf(phone.page().locator(".panel label:visible, #save"));
            phone.isGoodToLookAt("phone-rest" + name);
            phone.taps("Save");
            assertThat(phone.page().locator("#wrong")).hasText("Say whether an arrest was made.");
            var mistakes = 1;
            phone.answers("Was an arrest made?", "Yes");
            phone.answers("Was an arrest likely?", "No");
            phone.page().getByText("Mirroring").tap();
            phone.page().getByText("Distance").tap();
            phone.isGoodToLookAt("phone-rest-filled" + name);
            phone.taps("Save");
            assertThat(phone.page().locator("#said")).hasText("Saved: Escalated · Parking");

            assertThat(phone.taps() - before - mistakes).isEqualTo(6 + 2);
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(1);
            var there = isThereOnce(phone.newest()).body();
            assertThat(there.path("techniques").valueStream().map(one -> one.asString()))
                    .containsExactlyInAnyOrder("MIRRORING", "DISTANCE");
            assertThat(there.path("arrestMade").asBoolean()).isTrue();
            assertThat(there.path("arrestWasLikely").asBoolean()).isFalse();
        });
    }

    @Test
    void whatIsLoggedWithoutANetworkIsSentByItselfWhenItIsBack() {
        onAPhone(phone -> {
            phone.goesOffline();
            phone.logsCalmedNoise();
            assertThat(phone.state()).hasText("Offline: 1 to send");
            phone.looksInto();
            assertThat(phone.logs("waiting")).hasCount(1);
            var first = phone.newest();

            phone.reopened();
            assertThat(phone.state()).hasText("Offline: 1 to send");
            phone.logsCalmedNoise();
            assertThat(phone.state()).hasText("Offline: 2 to send");
            phone.looksInto();
            phone.isGoodToLookAt("phone-offline");
            var second = phone.newest();
            assertThat(second).isGreaterThan(first);
            isNotThere(first);

            phone.isBack();
            assertThat(phone.state()).hasText("Nothing to send");
            assertThat(phone.logs("sent")).hasCount(2);
            isThereOnce(first);
            isThereOnce(second);
        });
    }

    /** Nobody says so: the browser thinks that it has been online all the time. */
    @Test
    void aServiceThatWasAwayIsAskedAgainAndAgain() {
        onAPhone(phone -> {
            platform.phones().cut();
            phone.logsCalmedNoise();
            assertThat(phone.state()).hasText("Offline: 1 to send");
            platform.phones().mend();
            assertThat(phone.state()).hasText("Nothing to send");
            phone.looksInto();
            isThereOnce(phone.newest());
        });
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondLog() {
        onAPhone(phone -> {
            var lost = new AtomicBoolean();
            phone.context().route("**/log/micro-interventions/*", route -> {
                if (lost.compareAndSet(false, true)) {
                    assertThat(route.fetch().status()).isEqualTo(201);
                    route.abort();
                } else {
                    route.resume();
                }
            });
            phone.logsCalmedNoise();
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(1);
            assertThat(lost).isTrue();
            isThereOnce(phone.newest());
        });
    }

    @Test
    void twoPagesOnOnePhoneSendALogOnce() {
        onAPhone(phone -> {
            var sent = new ConcurrentLinkedQueue<String>();
            phone.context().onRequest(request -> {
                if (request.method().equals("PUT")) {
                    sent.add(request.url());
                }
            });
            try (var other = phone.anotherPage()) {
                phone.goesOffline();
                phone.logsCalmedNoise();
                assertThat(phone.state()).hasText("Offline: 1 to send");
                assertThat(other.locator("#state")).hasText("Offline: 1 to send");
                sent.clear();

                phone.isBack();
                assertThat(phone.state()).hasText("Nothing to send");
                assertThat(other.locator("#state")).hasText("Nothing to send");
                phone.looksInto();
                isThereOnce(phone.newest());
                assertThat(sent).hasSize(1);
            }
        });
    }

    @Test
    void aSessionThatHasEndedLosesNothing() {
        onAPhone(phone -> {
            phone.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session-service-session"));
            phone.logsCalmedNoise();
            assertThat(phone.notice()).containsText("Your sign-in has ended");
            assertThat(phone.state()).hasText("1 to send");
            phone.isGoodToLookAt("phone-signed-out");

            // Whoever opens it then can log all the same.
            phone.reopened();
            assertThat(phone.notice()).containsText("Your sign-in has ended");
            phone.logsCalmedNoise();
            assertThat(phone.state()).hasText("2 to send");

            phone.page()
                    .getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                    .tap();
            assertThat(phone.state()).hasText("Nothing to send");
            assertThat(phone.notice()).isHidden();
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(2);
            isThereOnce(phone.newest());
        });
    }

    @Test
    void whatIsRefusedIsShownWithTheRuleAndPutRight() {
        onAPhone(phone -> {
            phone.taps("Separated");
            phone.taps("Neighbors");
            phone.page().locator("#when > summary").tap();
            phone.page().getByText("another time").tap();
            phone.page()
                    .getByLabel("Day and time")
                    .fill(LocalDateTime.now().plusDays(2).toString().substring(0, 16));
            phone.answers("Was an arrest likely?", "No");
            phone.taps("Save");

            assertThat(phone.logs("refused")).containsText("When: must not be in the future");
            assertThat(phone.page().locator("#mine > summary")).containsText("1 needs you");
            phone.isGoodToLookAt("phone-refused");
            var id = phone.newest();
            isNotThere(id);

            // It stands in nobody's way.
            phone.logsCalmedNoise();
            assertThat(phone.logs("sent")).hasCount(1);

            phone.taps("Correct");
            phone.page().getByText("1 hour ago").tap();
            phone.taps("Save");
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(2);
            assertThat(phone.logs("refused")).hasCount(0);
            var there = isThereOnce(id).body();
            assertThat(there.path("outcome").asString()).isEqualTo("SEPARATED");
            assertThat(Instant.parse(there.path("occurredAt").asString()))
                    .isBetween(
                            Instant.now().minus(Duration.ofMinutes(61)),
                            Instant.now().minus(Duration.ofMinutes(59)));
        });
    }

    @Test
    void whatIsRefusedCanBeDiscarded() {
        onAPhone(phone -> {
            phone.context()
                    .route(
                            "**/log/micro-interventions/*",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(409)
                                    .setContentType("application/problem+json")
                                    .setBody("""
                                            {"type": "urn:parley:problem:logged-differently", "detail": "Logged before."}""")));
            phone.logsCalmedNoise();
            assertThat(phone.logs("refused")).containsText("Logged before.");
            assertThat(phone.button("Correct")).hasCount(0);
            phone.taps("Discard");
            phone.taps("Discard for good");
            assertThat(phone.page().locator("#logs li")).hasCount(0);
            assertThat(phone.state()).hasText("Nothing to send");
        });
    }

    @Test
    void whatSomebodyElseAnswersForTheServiceIsNoAnswer() {
        onAPhone(phone -> {
            var portal = new AtomicBoolean();
            phone.context().route("**/log/micro-interventions/*", route -> {
                if (portal.compareAndSet(false, true)) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<p>Welcome to our network"));
                } else {
                    route.resume();
                }
            });
            phone.logsCalmedNoise();
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(1);
            assertThat(portal).isTrue();
            isThereOnce(phone.newest());
        });
    }

    /** That this officer's sign-in says so is made up: the service says no. */
    @Test
    void whoServesInTwoCommandsChoosesOne() {
        onAPhone(phone -> {
            phone.context().route("**/log/officer", route -> {
                var said = route.fetch().text();
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(said.replace(
                                "\"commands\":[", "\"commands\":[{\"code\":\"PSA-2\",\"name\":\"PSA 2\"},")));
            });
            phone.reopened();
            phone.taps("Calmed");
            phone.taps("Noise");
            phone.page().getByLabel("Command").selectOption("PSA-2");
            phone.answers("Was an arrest likely?", "No");
            phone.isGoodToLookAt("phone-commands");
            phone.taps("Save");
            assertThat(phone.logs("refused")).containsText("in their own command");
            assertThat(phone.state()).hasText("1 needs you");

            phone.taps("Correct");
            phone.page().getByLabel("Command").selectOption("PCT-075");
            phone.taps("Save");
            assertThat(phone.state()).hasText("Nothing to send");
            assertThat(isThereOnce(phone.newest()).body().path("command").asString())
                    .isEqualTo("PCT-075");
        });
    }

    @Test
    void anotherOfficersLogsAreNeitherShownNorSent() {
        onAPhone(phone -> {
            var foreign = UUID.randomUUID().toString();
            phone.page().evaluate("""
                    id => parleyLog.keep({id, officer: "5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11", loggedAt: Date.now(),
                      state: "waiting", report: {officer: "5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11"}})""", foreign);
            phone.reopened();
            assertThat(phone.state()).hasText("Nothing to send");
            phone.logsCalmedNoise();
            phone.looksInto();
            assertThat(phone.logs("sent")).hasCount(1);
            assertThat(phone.page().locator("#logs li")).hasCount(1);
            isNotThere(foreign);
            assertThat(phone.page().evaluate("""
                    async () => (await parleyLog.logs("5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11")).map(log => log.state)""")).isEqualTo(List.of("waiting"));
        });
    }

    @Test
    void afterTheSignOutThePageIsThereAndSaysWhoseItWas() {
        onAPhone(phone -> {
            phone.looksInto();
            assertThat(phone.page().locator("#who")).containsText("0ff1ce00-0000-4000-8000-000000000075");
            phone.taps("Sign out");
            phone.page().waitForURL(Pattern.compile(".*/login.*"));

            phone.reopened();
            assertThat(phone.notice()).containsText("last used by officer 0ff1ce00-0000-4000-8000-000000000075");
            assertThat(phone.page().locator("#log")).isHidden();
            phone.isGoodToLookAt("phone-after-sign-out");
            assertThat(phone.page().content()).doesNotContain("officer-demo", "PCT-075");
        });
    }

    @Test
    void aPhoneThatKeepsNothingSaysSo() {
        onAPhone(phone -> {
            phone.page().evaluate("""
                    () => { IDBObjectStore.prototype.put = () => {
                      throw new DOMException("full", "QuotaExceededError"); }; }""");
            phone.taps("Calmed");
            phone.taps("Noise");
            phone.answers("Was an arrest likely?", "Yes");
            phone.taps("Save");
            assertThat(phone.page().locator("#message"))
                    .containsText("does not let the page keep anything (QuotaExceededError). Nothing was saved");
            assertThat(phone.button("Save")).isVisible();
        });
    }

    @Test
    void itIsDoneByKeyboardAlone() {
        onAPhone(phone -> {
            var keys = phone.page().keyboard();
            tabsTo(phone, phone.button("Referred"));
            keys.press("Enter");
            tabsTo(phone, phone.button("Noise"));
            keys.press("Space");
            tabsTo(phone, phone.page().getByLabel("Pause"));
            keys.press("Space");
            var likely = phone.page()
                    .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Was an arrest likely?"));
            tabsTo(phone, likely.getByLabel("Yes"));
            keys.press("ArrowDown");
            tabsTo(phone, phone.button("Save"));
            keys.press("Enter");
            assertThat(phone.page().locator("#said")).hasText("Saved: Referred · Noise");
            assertThat(phone.page().locator("[data-step=outcome] legend")).isFocused();
            assertThat(phone.state()).hasText("Nothing to send");
            phone.looksInto();
            var there = isThereOnce(phone.newest()).body();
            assertThat(there.path("outcome").asString()).isEqualTo("REFERRED");
            assertThat(there.path("techniques").valueStream().map(one -> one.asString()))
                    .containsExactly("PAUSE");
            assertThat(there.path("arrestWasLikely").asBoolean()).isFalse();
        });
    }

    private static void tabsTo(Phone phone, Locator wanted) {
        for (var tabs = 0; tabs < 60; tabs++) {
            if (wanted.evaluate("one => one === document.activeElement").equals(true)) {
                return;
            }
            phone.page().keyboard().press("Tab");
        }
        throw new AssertionError("no Tab leads to " + wanted);
    }
}

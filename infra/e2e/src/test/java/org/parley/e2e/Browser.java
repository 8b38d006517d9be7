package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Chromium that is installed already; nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** An answer that says what is wrong with a form is no fault of the page. */
    private static final String REFUSALS = "409|422";

    private static final int WIDE = 500;
    private static final int PATIENCE_MILLIS = 15_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    /** Without a Chromium the test is skipped and says so; not in CI, which installs one. */
    static Browser open() {
        var named = System.getenv("PARLEY_CHROMIUM");
        var found = Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            var message = "no Chromium at /usr/bin/chromium; name one in PARLEY_CHROMIUM";
            System.out.println("The pages are not looked at: " + message);
            assertThat(System.getenv("CI")).as(message).isNull();
            Assumptions.abort(message);
        }
        return new Browser(found.orElseThrow());
    }

    BrowserContext window(int width, int height) {
        return chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    BrowserContext windowWithoutScripts(int width, int height) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(false));
    }

    /** A phone's, that is touched. */
    BrowserContext phone(ColorScheme colors) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(colors));
    }

    void as(String user, URI pages, int width, int height, BiConsumer<Page, String> work) {
        as(user, pages, width, height, REFUSALS, work);
    }

    /**
     * In the window of a user of the local issuer.
     *
     * @param pages where to log in
     * @param answers that are no fault of a page, by their status
     * @param work on the page; {@code desktop} or {@code phone}
     */
    void as(String user, URI pages, int width, int height, String answers, BiConsumer<Page, String> work) {
        var name = width < WIDE ? "phone" : "desktop";
        in(window(width, height), user + "-" + name, answers, page -> {
            logIn(page, pages, user);
            work.accept(page, name);
        });
    }

    static void in(BrowserContext window, String name, Consumer<Page> work) {
        in(window, name, REFUSALS, work);
    }

    /** Scripts that fail in the window and what the browser refuses to load fail the test. */
    private static void in(BrowserContext window, String name, String answers, Consumer<Page> work) {
        try (window) {
            var page = window.newPage();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            var errors = new ArrayList<String>();
            page.onPageError(errors::add);
            page.onConsoleMessage(said -> {
                if (said.type().equals("error") && !said.text().matches(".*status of (" + answers + ").*")) {
                    errors.add(said.text());
                }
            });
            try {
                work.accept(page);
            } catch (AssertionError | PlaywrightException e) {
                screenshot(page, "failed-" + name);
                throw e;
            }
            assertThat(errors).isEmpty();
        }
    }

    /** With a user of the local issuer, whose password is the name. */
    static void logIn(Page page, URI pages, String user) {
        page.navigate(pages.toString());
        page.getByLabel("Username").fill(user);
        page.getByLabel("Password").fill(user);
        page.locator("button[type=submit]").click();
        page.waitForURL(pages + "/**");
    }

    /** Looked at by a machine, and kept for people: without serious faults, and nothing sticks out at the side. */
    static void isGoodToLookAt(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out at the side of " + name)
                .isEqualTo(true);
        screenshot(page, name);
        isAccessible(page);
    }

    static void isAccessible(Page page) {
        var violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream().map(Object::toString).toList())
                        .toList();
        assertThat(violations).isEmpty();
    }

    /** For people to look at, and for the README by {@code infra/e2e/keep-screenshots}. */
    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Work.folder("screenshots").resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

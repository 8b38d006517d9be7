package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An officer's phone with the page open: what is tapped on it and what it shows. */
final class Phone implements AutoCloseable {

    /** What the browser says of a network that isn't there, and of answers that say no. */
    private static final String EXPECTED = ".*(net::ERR_|status of (401|403|409|422|500|503)).*";

    private static final String SMALL = """
            [...document.querySelectorAll("main button, main label, main summary, main select, main a")]
              .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 48)
              .map(one => one.outerHTML)""";

    private final Platform platform;
    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    private Page page;

    Phone(Platform platform, Browser browser, ColorScheme colors) {
        this.platform = platform;
        this.context = browser.phone(colors);
        context.addInitScript("window.taps = 0; addEventListener('pointerdown', () => { window.taps++; }, true);");
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(EXPECTED)) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        page = newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Phone signedIn() {
        Browser.logIn(page, platform.sessions(), "officer-demo");
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        assertThat(state()).hasAttribute("data-state", "live");
        return this;
    }

    /** The page is closed, and opened anew. */
    Phone reopened() {
        page.close();
        page = newPage();
        page.navigate(platform.sessions() + "/log");
        return this;
    }

    Page anotherPage() {
        var other = newPage();
        other.navigate(platform.sessions() + "/log");
        return other;
    }

    private Page newPage() {
        var opened = context.newPage();
        opened.setDefaultTimeout(15_000);
        return opened;
    }

    void goesOffline() {
        platform.phones().cut();
        context.setOffline(true);
    }

    void isBack() {
        platform.phones().mend();
        context.setOffline(false);
    }

    void taps(String button) {
        button(button).tap();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void answers(String question, String answer) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .tap();
    }

    void logsCalmedNoise() {
        taps("Calmed");
        taps("Noise");
        answers("Was an arrest likely?", "Yes");
        taps("Save");
        assertThat(page.locator("#said")).hasText("Saved: Calmed · Noise");
    }

    Locator state() {
        return page.locator("#state");
    }

    Locator notice() {
        return page.locator("#sign-in");
    }

    void looksInto() {
        if (page.locator("#mine[open]").count() == 0) {
            page.locator("#mine > summary").tap();
        }
    }

    /** The newest comes first. */
    Locator logs(String state) {
        return page.locator("#logs li[data-state=" + state + "]");
    }

    String newest() {
        assertThat(page.locator("#logs li").first()).hasAttribute("data-id", Pattern.compile("[0-9a-f-]{36}"));
        return page.locator("#logs li").first().getAttribute("data-id");
    }

    int taps() {
        return ((Number) page.evaluate("window.taps")).intValue();
    }

    void isGoodToLookAt(String name) {
        Browser.isGoodToLookAt(page, name);
        assertThat(page.evaluate(SMALL)).as("too small for a thumb on " + name).isEqualTo(List.of());
    }

    /** All of it can be reached without moving the hand. */
    void isInTheLowerHalf(Locator some) {
        for (var one : some.all()) {
            var box = one.boundingBox();
            assertThat(box.y + box.height / 2).as(one.textContent()).isBetween(370.0, 740.0);
        }
    }

    @Override
    public void close() {
        platform.phones().mend();
        try {
            assertThat(errors).isEmpty();
        } finally {
            context.close();
        }
    }
}

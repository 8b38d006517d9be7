package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The analyst's page in a real browser. */
class DashboardIT {

    /** The chart is by command from the start, and the made-up city has fewer commands than the chart has bars. */
    private static final String SUM_OF_BARS = "echarts.getInstanceByDom(document.querySelector('.plot'))"
            + ".getOption().series[0].data.reduce((sum, value) => sum + value, 0)";

    private static Browser browser;

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

    private final Platform platform = Platform.shared();

    @ParameterizedTest
    @CsvSource({"desktop, 1280, 900, 351", "phone, 360, 740, 352"})
    void numbersMoveWhileTheConnectorRuns(String name, int width, int height, long seed) throws IOException {
        var complaints = Complaints.generate(Work.folder("complaints-page-" + name), seed, 400);
        try (var window = browser.window(width, height)) {
            var page = window.newPage();
            var errors = new ArrayList<String>();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            Browser.logIn(page, platform.dashboard(), "analyst");
            assertThat(page.locator("#status")).hasText("Live");
            var submitted = page.locator(".number[data-figure^='referrals-submitted|all|']");
            var before = number(submitted);

            var run = Refer.start(platform, complaints, "http");
            var seen = new ArrayList<>(List.of(before));
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        var now = number(submitted);
                        if (now != seen.getLast()) {
                            seen.add(now);
                        }
                        return now == before + complaints.eligible().size();
                    });
            run.summary();

            assertThat(seen)
                    .as("not all at once at the end, and never backwards")
                    .hasSizeGreaterThan(2)
                    .isSorted();
            assertThat(page.locator(".plot canvas")).isVisible();
            await().untilAsserted(() -> assertThat(((Number) page.evaluate(SUM_OF_BARS)).longValue())
                    .isEqualTo(number(submitted)));
            assertThat(errors).isEmpty();
            Browser.isGoodToLookAt(page, "dashboard-" + name);
        }
    }

    /** As a reader sees it: 1,234. */
    private static long number(Locator locator) {
        return Long.parseLong(locator.textContent().replace(",", "").strip());
    }
}

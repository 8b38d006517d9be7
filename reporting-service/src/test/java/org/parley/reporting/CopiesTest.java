package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Backing;
import org.parley.testing.Topics;

/** Two copies side by side on the same store and broker. */
class CopiesTest {

    private static final String[] METRICS = {"referrals-submitted", "referrals-accepted", "referrals-closed"};

    private final String scope = Backing.newScope();
    private final Topics topics = new Topics(scope + ".");
    private RunningCopy one;
    private RunningCopy other;

    @BeforeEach
    void startBoth() {
        one = RunningCopy.in(scope);
        other = RunningCopy.in(scope);
    }

    @AfterEach
    void stopBoth() {
        one.close();
        other.close();
    }

    @Test
    void giveTheSameFiguresWhileOneComesAndGoes() {
        var lives = Lives.random(5, 150);
        lives.send(topics, 0, 30);
        one.close();
        lives.send(topics, 30, 60);
        one = RunningCopy.in(scope);
        lives.send(topics, 60, 100);

        try (var here = Watcher.of(one.api(), null);
                var there = Watcher.of(other.api(), null)) {
            patiently().untilAsserted(() -> {
                assertThat(one.api().byCommandAndType(METRICS)).isEqualTo(lives.expected());
                assertThat(other.api().byCommandAndType(METRICS)).isEqualTo(lives.expected());
            });
            patiently().untilAsserted(() -> {
                assertThat(byCommand(here.values())).isEqualTo(byCommand(lives));
                assertThat(there.values()).isEqualTo(here.values());
            });
            assertThat(here.broken).isEmpty();
            assertThat(there.broken).isEmpty();
        }
    }

    @Test
    void countNothingTwiceWhenTheStoreIsKilledMeanwhile() {
        Backing.store().assumeKillable();
        var lives = Lives.random(6, 150);
        lives.send(topics, 0, 50);
        Backing.store().kill();
        lives.send(topics, 50, 100);
        Backing.store().start();

        patiently().untilAsserted(() -> {
            assertThat(one.api().byCommandAndType(METRICS)).isEqualTo(lives.expected());
            assertThat(other.api().byCommandAndType(METRICS)).isEqualTo(lives.expected());
        });
    }

    private static Map<String, Long> byCommand(Map<String, Long> figures) {
        var found = new HashMap<String, Long>();
        figures.forEach((id, value) -> {
            var figure = Figure.parse(id);
            var command = figure.dimensions().get("command");
            if (command != null) {
                found.put(figure.metric().word() + " " + command, value);
            }
        });
        return found;
    }

    private static Map<String, Long> byCommand(Lives lives) {
        var expected = new HashMap<String, Long>();
        lives.expected()
                .forEach((key, value) -> expected.merge(key.substring(0, key.lastIndexOf(' ')), value, Long::sum));
        return expected;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300));
    }
}

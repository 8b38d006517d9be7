package org.parley.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeeperTest {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final AtomicInteger starts = new AtomicInteger();
    private Keeper keeper = keeping("true");

    @AfterEach
    void end() {
        keeper.end(Duration.ZERO);
    }

    @Test
    void startsAgainWhatDies() {
        keeper = keeping("exit 7");
        keeper.start();

        await().until(() -> starts.get() >= 3);
        assertThat(keeper.deaths()).isGreaterThanOrEqualTo(2);
        assertThat(reports).first().isEqualTo("part ended (exit code 7); it starts again in 0 s");
    }

    @Test
    void startsAgainWhatWasKilled() {
        keeper = keeping("exec sleep 60");
        keeper.start();
        keeper.process().destroyForcibly();

        await().until(() -> starts.get() == 2 && keeper.process().isAlive());
        assertThat(reports).singleElement().asString().contains("exit code 137");
    }

    @Test
    void endsWhatRunsAndLeavesItEnded() throws Exception {
        keeper = keeping("exec sleep 60");
        keeper.start();
        var process = keeper.process();

        keeper.end(Duration.ofSeconds(10));

        assertThat(process.isAlive()).isFalse();
        await().during(Duration.ofMillis(600)).until(() -> starts.get() == 1);
        assertThat(reports).isEmpty();
    }

    @Test
    void killsWhatDoesNotEnd() throws Exception {
        keeper = keeping("trap '' TERM; echo deaf; while true; do sleep 0.05; done");
        keeper.start();
        var process = keeper.process();
        assertThat(process.inputReader().readLine()).isEqualTo("deaf");

        keeper.end(Duration.ofMillis(300));

        assertThat(process.isAlive()).isFalse();
        assertThat(reports).containsExactly("part does not end and is killed");
    }

    private Keeper keeping(String script) {
        return new Keeper(
                "part",
                () -> new ProcessBuilder("sh", "-c", script).start(),
                PAUSE,
                reports::add,
                starts::incrementAndGet);
    }
}

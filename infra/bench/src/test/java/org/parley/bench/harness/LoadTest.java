package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void openLoopCountsFromTheIntendedStart() {
        // Each takes 20 ms, one every 10 ms is meant to start: the last one begins some 100 ms late.
        var load = Load.open(1, 100, Duration.ofMillis(100), _ -> _ -> TimeUnit.MILLISECONDS.sleep(20));

        assertThat(load.done()).isEqualTo(10);
        assertThat(load.latency().millis(100)).isGreaterThan(100);
    }

    @Test
    void whatFailsIsVoid() {
        assertThatThrownBy(() -> Load.closed(2, Duration.ofMinutes(1), _ -> _ -> {
                    throw new VoidRun("answered 500");
                }))
                .isInstanceOf(VoidRun.class)
                .hasMessage("answered 500");
    }
}

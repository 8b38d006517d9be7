package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClimbTest {

    private final Climb climb = new Climb();

    @Test
    void theFirstToStartHasArrivedWithTheFirstStep() {
        climb.reached(10);
        var start = System.nanoTime();
        climb.reached(11);
        climb.reached(13);

        var latency = climb.latency(10, List.of(start, start - 5_000_000_000L, start));

        assertThat(latency.count()).isEqualTo(3);
        assertThat(latency.millis(100)).isBetween(5_000.0, 6_000.0);
        assertThat(latency.millis(50)).isLessThan(1_000);
    }

    @Test
    void isVoidWhenTheTotalGoesBeyond() {
        climb.reached(12);

        assertThatThrownBy(() -> climb.await(11, Duration.ofSeconds(1)))
                .isInstanceOf(VoidRun.class)
                .hasMessageStartingWith("doubled");
    }

    @Test
    void isVoidWhenTheTotalFallsShortOrFalls() {
        climb.reached(12);

        assertThatThrownBy(() -> climb.await(13, Duration.ofMillis(20))).hasMessageStartingWith("lost");
        assertThatThrownBy(() -> climb.reached(11)).isInstanceOf(VoidRun.class);
    }
}

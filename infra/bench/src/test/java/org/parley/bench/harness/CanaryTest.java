package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration DRIFT = Duration.ofMillis(20);

    @Test
    void aMachineThatStoodStillIsVoid() {
        Canary.check(500, LONGEST, Duration.ZERO, DRIFT);

        assertThatThrownBy(() -> Canary.check(501, LONGEST, Duration.ZERO, DRIFT))
                .isInstanceOf(VoidRun.class)
                .hasMessage("the machine stood still for 501 ms");
    }

    @Test
    void aClockThatWasSetIsVoid() {
        Canary.check(0, LONGEST, Duration.ofMillis(20), DRIFT);

        assertThatThrownBy(() -> Canary.check(0, LONGEST, Duration.ofMillis(21), DRIFT))
                .isInstanceOf(VoidRun.class)
                .hasMessage("the clock was set by 21 ms");
    }
}

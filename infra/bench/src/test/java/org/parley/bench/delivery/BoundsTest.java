package org.parley.bench.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bench.harness.Latency;
import org.parley.bench.harness.VoidRun;

class BoundsTest {

    private static final Bounds BOUNDS = new Bounds(Duration.ofMillis(500), Duration.ofMillis(50));

    private static Latency lateStarts(int inTwoHundred) {
        var late = new Latency();
        IntStream.range(0, 200).forEach(n -> late.add(TimeUnit.MILLISECONDS.toNanos(n < inTwoHundred ? 80 : 1)));
        return late;
    }

    @Test
    void aScheduleThatWasNotFollowedIsVoid() {
        BOUNDS.onTime(lateStarts(2));

        assertThatThrownBy(() -> BOUNDS.onTime(lateStarts(3))).isInstanceOf(VoidRun.class);
    }
}

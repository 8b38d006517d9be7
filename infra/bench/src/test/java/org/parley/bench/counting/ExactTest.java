package org.parley.bench.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.bench.harness.VoidRun;

class ExactTest {

    @Test
    void seesWhatIsMissingTooMuchOrNobodyAskedFor() {
        assertThat(Exact.differences(Map.of("a", 1L, "b", 2L, "c", 3L), Map.of("a", 1L, "b", 1L, "d", 4L)))
                .isEqualTo(Map.of("b", -1L, "c", -3L, "d", 4L));
    }

    @Test
    void wrongFiguresMakeTheRunVoid() {
        assertThatThrownBy(() -> Exact.check(Map.of("a", 1L), Map.of("a", 2L)))
                .isInstanceOf(VoidRun.class)
                .hasMessageContaining("a is off by 1");
    }
}

package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void saysWhatItIs() {
        assertThat(Goal.atMost(1.25)).hasToString("≤ 1.25");
        assertThat(Goal.atLeast(20)).hasToString("≥ 20");
    }
}

package org.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void findsNothingWrongWithARightRun() {
        assertThat(new WholeRun().story.check()).isEmpty();
    }
}

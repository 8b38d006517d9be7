package org.parley.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void countsFromOne() {
        assertThat(Sequence.after(0, 0)).isEqualTo(1);
        assertThat(Sequence.after(1, 0)).isEqualTo(2);
    }

    @Test
    void neverUsesANumberOfAnEarlierEpochAgain() {
        var restored = Sequence.after(5, 1);

        assertThat(restored).isGreaterThan(1_000_000_000_000L);
        assertThat(Sequence.after(restored, 1)).isEqualTo(restored + 1);
        assertThat(Sequence.after(restored, 2)).isGreaterThan(restored + 1);
    }
}

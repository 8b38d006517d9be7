package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void medianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(new Series(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void fiveRoundsGiveAnIntervalFromTheLeastToTheGreatest() {
        assertThat(new Series(3, 9, 1, 5, 4).interval()).isEqualTo(new Series.Interval(1, 9));
    }

    @Test
    void moreRoundsLeaveOutTheExtremes() {
        assertThat(new Series(1, 2, 3, 4, 5, 6, 7, 8).interval()).isEqualTo(new Series.Interval(2, 7));
    }

    @Test
    void ratioIsOfTheSameRound() {
        var ratio = new Series(10, 30).over(new Series(5, 10));

        assertThat(ratio.median()).isEqualTo(2.5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(1).over(new Series(1, 2)));
    }

    @Test
    void ceilingAddsTheTimesOfItsStages() {
        var ceiling = Series.ceiling(new Series(100), new Series(50), new Series(100));

        assertThat(ceiling.median()).isCloseTo(25, within(1e-9));
    }
}

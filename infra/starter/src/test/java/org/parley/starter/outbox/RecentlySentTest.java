package org.parley.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlySentTest {

    private final RecentlySent<String> recently = new RecentlySent<>(2);

    @Test
    void remembersAllThatWasSentForWritersWhileASweepIsUnderWay() {
        recently.sweepBegins();
        for (var n = 0; n < 100; n++) {
            recently.remember("document-" + n, 7, false);
        }
        assertThat(recently.upTo("document-0")).isEqualTo(7);
        recently.sweepEnds();
        assertThat(recently.upTo("document-0")).isZero();
        assertThat(recently.upTo("document-99")).isEqualTo(7);
    }

    @Test
    void remembersOfWhatTheSweepBroughtNoMoreThanEver() {
        recently.sweepBegins();
        for (var n = 0; n < 100; n++) {
            recently.remember("document-" + n, 7, true);
        }
        assertThat(recently.upTo("document-0")).isZero();
        assertThat(recently.upTo("document-99")).isEqualTo(7);
    }
}

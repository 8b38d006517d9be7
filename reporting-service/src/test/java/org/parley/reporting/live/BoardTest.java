package org.parley.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;

class BoardTest {

    private static final Figure FIGURE = Figure.total(Metric.AGREEMENTS);
    private final Board board = new Board();

    @Test
    void keepsTheHigherRevision() {
        put(7, 0);

        assertThat(put(5, 1)).isFalse();
        assertThat(board.find(FIGURE)).map(FigureEvent::revision).contains(7L);
    }

    @Test
    void takesTheSameRevisionForTheSame() {
        put(7, 0);

        assertThat(put(7, 1)).isTrue();
    }

    @Test
    void readingTheTopicAgainFindsNothingStale() {
        put(5, 0);
        put(7, 1);

        assertThat(put(5, 0)).isTrue();
        assertThat(put(7, 1)).isTrue();
    }

    private boolean put(long revision, long offset) {
        return board.put(FIGURE, FigureEvent.of(FIGURE, 3, revision, Instant.EPOCH), "{}", 0, offset);
    }
}

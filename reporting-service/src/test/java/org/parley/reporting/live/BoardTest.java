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
        put(5, 1);

        assertThat(board.find(FIGURE)).map(FigureEvent::revision).contains(7L);
    }

    @Test
    void tellsOnceWhatIsNewestOfAFigureThatWasPublishedLate() {
        put(7, 0);
        put(5, 1);

        assertThat(board.overtaken()).extracting(FigureEvent::revision).containsExactly(7L);
        assertThat(board.overtaken()).isEmpty();
    }

    @Test
    void hasNothingToTellOnceTheNewestStandsLast() {
        put(7, 0);
        put(5, 1);
        put(7, 2);
        assertThat(board.overtaken()).isEmpty();

        put(6, 3);
        put(8, 4);
        assertThat(board.overtaken()).isEmpty();
    }

    @Test
    void readingTheTopicAgainFindsNothingLate() {
        put(5, 0);
        put(7, 1);
        put(5, 0);
        put(7, 1);

        assertThat(board.overtaken()).isEmpty();
    }

    @Test
    void readingTheTopicAgainFindsWhatIsStillLate() {
        put(7, 0);
        put(5, 1);
        board.overtaken();
        put(7, 0);
        put(5, 1);

        assertThat(board.overtaken()).hasSize(1);
    }

    private void put(long revision, long offset) {
        board.put(FIGURE, FigureEvent.of(FIGURE, 3, revision, Instant.EPOCH), "{}", 0, offset);
    }
}

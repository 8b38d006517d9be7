package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.referral.delivery.Progress.Waiting;
import org.parley.referral.delivery.Replay.Range;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isOneWhateverIsAskedForTwice() {
        var replay = Replay.of(5, 9).and(Replay.of(1, 3)).and(Replay.of(5, 9));
        assertThat(replay.ranges()).containsExactly(new Range(1, 3), new Range(5, 9));
        assertThat(replay.and(Replay.of(4, 4)).ranges()).containsExactly(new Range(1, 9));
        assertThat(replay.and(Replay.of(2, 20)).ranges()).containsExactly(new Range(1, 20));
        assertThat(replay.length()).isEqualTo(8);
    }

    @Test
    void isNothingWhenThereIsNothing() {
        assertThat(Replay.of(2, 1)).isEqualTo(Replay.NONE);
        assertThat(Replay.NONE.hasPassed(1)).isTrue();
    }

    @Test
    void goesInOrderAndEnds() {
        var replay = Replay.of(8, 9).and(Replay.of(1, 3));
        assertThat(replay.next(4)).containsExactly(1L, 2L, 3L, 8L);
        assertThat(replay.passed(2).ranges()).containsExactly(new Range(3, 3), new Range(8, 9));
        assertThat(replay.passed(3).ranges()).containsExactly(new Range(8, 9));
        assertThat(replay.passed(9).isPending()).isFalse();
    }

    @Test
    void letsNothingLaterOfItsCenterBeTriedBeforeIt() {
        var progress = waiting(1, 1).waits(new Waiting(30, new UUID(0, 30), 1, NOW, false));
        var standing = new Standing(progress, Health.UNKNOWN, Replay.of(2, 5), DeliveryLog.Place.FIRST);
        assertThat(standing.due(NOW)).extracting(Waiting::n).containsExactly(1L);
        assertThat(new Standing(progress, Health.UNKNOWN, Replay.NONE, DeliveryLog.Place.FIRST).due(NOW))
                .extracting(Waiting::n)
                .containsExactly(1L, 30L);
    }

    @Test
    void goesOnThoughAllThatMayWaitWaitsBehindIt() {
        var behind = new Standing(waiting(101, 200), Health.UNKNOWN, Replay.of(2, 5), DeliveryLog.Place.FIRST);
        assertThat(behind.progress().mayReadOn()).isFalse();
        assertThat(behind.mayRepeat()).isTrue();
        var before = new Standing(waiting(101, 200), Health.UNKNOWN, Replay.of(300, 301), DeliveryLog.Place.FIRST);
        assertThat(before.mayRepeat()).isFalse();
    }

    private static Progress waiting(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(n -> new Waiting(n, new UUID(0, n), 1, NOW, false))
                .reduce(new Progress(to, List.of(), List.of()), Progress::waits, (a, _) -> a);
    }
}

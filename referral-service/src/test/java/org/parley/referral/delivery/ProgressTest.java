package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.referral.delivery.Progress.Waiting;

class ProgressTest {

    private static final UUID ONE = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a01");
    private static final UUID OTHER = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a02");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(5);

    private static Waiting waiting(long n, UUID referral, int attempts, Instant next) {
        return new Waiting(n, referral, attempts, next, false);
    }

    @Test
    void goesOnAsEntriesAreTaken() {
        assertThat(Progress.NONE.delivered(1).delivered(2).taken()).isEqualTo(2);
    }

    @Test
    void keepsWhatFailedAndGoesOnWithOtherReferrals() {
        var progress = Progress.NONE.waits(waiting(1, ONE, 1, LATER)).delivered(2);
        assertThat(progress.taken()).isEqualTo(2);
        assertThat(progress.waiting()).extracting(Waiting::n).containsExactly(1L);
        assertThat(progress.hasWaiting(ONE)).isTrue();
        assertThat(progress.hasWaiting(OTHER)).isFalse();
    }

    @Test
    void triesAgainWhenItIsTime() {
        var progress = Progress.NONE.waits(waiting(1, ONE, 1, LATER));
        assertThat(progress.due(NOW)).isEmpty();
        assertThat(progress.due(LATER)).extracting(Waiting::n).containsExactly(1L);
        assertThat(progress.attempts(1)).isEqualTo(1);
    }

    @Test
    void letsNothingOvertakeWithinAReferral() {
        var progress = Progress.NONE
                .waits(waiting(1, ONE, 1, LATER))
                .waits(waiting(2, ONE, 0, NOW))
                .waits(waiting(3, OTHER, 1, NOW));
        assertThat(progress.due(NOW)).extracting(Waiting::n).containsExactly(3L);
        assertThat(progress.due(LATER)).extracting(Waiting::n).containsExactly(1L, 3L);
        assertThat(progress.delivered(1).due(NOW)).extracting(Waiting::n).containsExactly(2L, 3L);
    }

    @Test
    void keepsItsOrderWhenSomethingFailsAgain() {
        var progress = Progress.NONE
                .waits(waiting(1, ONE, 1, NOW))
                .waits(waiting(2, ONE, 0, NOW))
                .waits(waiting(1, ONE, 2, LATER));
        assertThat(progress.waiting()).extracting(Waiting::n).containsExactly(1L, 2L);
        assertThat(progress.attempts(1)).isEqualTo(2);
    }

    @Test
    void readsNoFurtherWhenTooMuchWaits() {
        var progress = LongStream.rangeClosed(1, Progress.MOST_WAITING)
                .boxed()
                .reduce(Progress.NONE, (p, n) -> p.waits(waiting(n, new UUID(0, n), 1, LATER)), (a, b) -> b);
        assertThat(progress.mayReadOn()).isFalse();
        assertThat(progress.delivered(7).mayReadOn()).isTrue();
    }

    @Test
    void deliversNothingThatWasAcknowledgedThroughTheInbox() {
        var progress = Progress.NONE.waits(waiting(1, ONE, 1, LATER)).waits(waiting(2, OTHER, 1, LATER));
        assertThat(progress.acknowledged(1).waiting()).extracting(Waiting::n).containsExactly(2L);
        assertThat(progress.acknowledged(7)).isEqualTo(new Progress(7, java.util.List.of(), java.util.List.of()));
        assertThat(progress.acknowledged(0)).isSameAs(progress);
    }

    @Test
    void deliversAgainWhatWasAskedForThoughItWasAcknowledged() {
        var progress =
                new Progress(7, java.util.List.of(), java.util.List.of()).waits(new Waiting(1, ONE, 1, LATER, true));
        assertThat(progress.acknowledged(7).waiting()).extracting(Waiting::n).containsExactly(1L);
        assertThat(progress.taken()).as("the feed's progress stays").isEqualTo(7);
    }

    @Test
    void beginsAfreshAtAnotherEndpoint() {
        var progress = Progress.NONE.waits(waiting(1, ONE, 8, LATER)).afresh(NOW);
        assertThat(progress.due(NOW)).extracting(Waiting::n).containsExactly(1L);
        assertThat(progress.attempts(1)).isZero();
    }

    @Test
    void hasBroughtEverythingUpToWhatWaitsOrWasGivenUp() {
        var all = Progress.NONE.delivered(1).delivered(2).delivered(3).delivered(4);
        assertThat(all.brought()).isEqualTo(4);
        assertThat(all.waits(new Waiting(3, ONE, 1, LATER, false)).brought()).isEqualTo(2);
        assertThat(all.givenUp(2).brought()).isEqualTo(1);
        assertThat(all.givenUp(2).acknowledged(2).brought()).isEqualTo(4);
        assertThat(all.givenUp(2).delivered(2).brought()).isEqualTo(4);
    }
}

package org.parley.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final RecentlySent<String> recently = new RecentlySent<>(2);

    @Test
    void sendsLowestFirstAndNothingTwice() {
        var lane = new Lane(0);

        assertThat(lane.add(List.of(entry(2), entry(1)), Lane.WRITER)).isTrue();
        assertThat(lane.next()).isEqualTo(entry(1));
        lane.sent(entry(1));
        assertThat(lane.add(List.of(entry(1), entry(2), entry(3)), Lane.WRITER)).isFalse();
        assertThat(lane.next()).isEqualTo(entry(2));
    }

    @Test
    void doesNotSendAgainWhatWasSentAndClearedWhileAWriterHeldAnOlderRead() {
        recently.remember("a", 2, false);

        var lane = new Lane(recently.upTo("a"));

        assertThat(lane.add(List.of(entry(1), entry(2)), Lane.WRITER)).isFalse();
        assertThat(lane.add(List.of(entry(1), entry(2), entry(3)), Lane.WRITER)).isTrue();
        assertThat(lane.next()).isEqualTo(entry(3));
    }

    @Test
    void staysUntilWhatWasSentIsCleared() {
        var lane = new Lane(0);
        lane.add(List.of(entry(1)), Lane.WRITER);
        lane.sent(entry(1));
        lane.next();

        assertThat(lane.done()).isFalse();
        lane.cleared(1);
        assertThat(lane.done()).isTrue();
    }

    @Test
    void remembersABoundedNumberOfDocuments() {
        recently.remember("a", 1, false);
        recently.remember("b", 1, false);
        recently.remember("a", 2, false);
        recently.remember("c", 1, false);

        assertThat(recently.upTo("a")).isEqualTo(2);
        assertThat(recently.upTo("b")).isZero();
    }

    private static OutboxEntry entry(long number) {
        return new OutboxEntry(number, "type", "subject", number, Instant.EPOCH, DATA);
    }

    private static final byte[] DATA = {};
}

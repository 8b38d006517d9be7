package org.parley.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;
import org.parley.reporting.counting.Partial;
import org.parley.reporting.counting.Rollups;

class FigureOwnerTest {

    private static final Figure FIGURE = Figure.total(Metric.AGREEMENTS);

    private final Rollups rollups = mock();
    private final MetricsTopic metrics = mock();
    private final FigureOwner owner = new FigureOwner(rollups, metrics);

    @Test
    void learnsTheOtherPartsOfAFigureItMeets() {
        given(rollups.parts(any())).willReturn(List.of(part(0, 10, 3), part(1, 20, 4)));

        owner.take(List.of(part(1, 21, 5)));

        assertThat(lastSent()).isEqualTo(8);
    }

    @Test
    void asksTheStoreOncePerFigure() {
        owner.take(List.of(part(0, 1, 1), part(1, 1, 1)));
        owner.take(List.of(part(0, 2, 2)));

        verify(rollups, times(1)).parts(any());
        assertThat(lastSent()).isEqualTo(3);
    }

    @Test
    void givesEachFigureOneRevisionPerPoll() {
        owner.take(List.of(part(0, 1, 1), part(0, 2, 2), part(0, 3, 3)));

        assertThat(sent().getAllValues().getFirst()).hasSize(1);
    }

    @Test
    void sendsAgainWhatCouldNotBeSent() {
        willThrow(new IllegalStateException("broker away"))
                .willDoNothing()
                .given(metrics)
                .send(any());
        assertThatIllegalStateException().isThrownBy(() -> owner.take(List.of(part(0, 1, 1))));

        owner.take(List.of(part(0, 1, 1)));

        assertThat(lastSent()).isEqualTo(1);
    }

    @Test
    void readsAnewWhenAnotherCopyMayHaveOwnedIt() {
        willDoNothing().given(metrics).send(any());
        owner.take(List.of(part(0, 1, 1)));
        // meanwhile another copy took the parts of partition 1
        given(rollups.parts(any())).willReturn(List.of(part(0, 1, 1), part(1, 5, 7)));
        owner.forget();

        owner.take(List.of(part(0, 2, 2)));

        assertThat(lastSent()).isEqualTo(9);
    }

    private long lastSent() {
        return sent().getValue().iterator().next().value();
    }

    private ArgumentCaptor<Collection<FigureEvent>> sent() {
        ArgumentCaptor<Collection<FigureEvent>> sent = ArgumentCaptor.captor();
        verify(metrics, atLeastOnce()).send(sent.capture());
        return sent;
    }

    private static Partial part(int partition, long revision, long value) {
        return new Partial(FIGURE, partition, revision, value, Instant.EPOCH);
    }
}

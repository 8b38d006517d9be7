package org.parley.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;
import org.parley.reporting.counting.Partial;

class OwnedFigureTest {

    private static final Figure FIGURE = Figure.total(Metric.REFERRALS_SUBMITTED);
    private final OwnedFigure owned = new OwnedFigure(FIGURE);

    @Test
    void addsUpThePartsOfThePartitions() {
        owned.take(part(0, 10, 3));
        owned.take(part(7, 2, 4));

        assertThat(owned.news().value()).isEqualTo(7);
    }

    @Test
    void theNewestPartOfAPartitionStands() {
        owned.take(part(0, 10, 3));
        owned.take(part(0, 9, 99));

        assertThat(owned.news().value()).isEqualTo(3);
    }

    @Test
    void aRevisionRisesWithEveryNewPart() {
        owned.take(part(0, 1, 1));
        var first = owned.news().revision();
        owned.take(part(3, 1, 1));
        var second = owned.news().revision();
        owned.take(part(0, 5, 1));

        assertThat(first).isPositive().isLessThan(second);
        assertThat(second).isLessThan(owned.news().revision());
    }

    @Test
    void twoOwnersThatKnowTheSameGiveTheSame() {
        var other = new OwnedFigure(FIGURE);
        owned.take(part(0, 4, 1));
        owned.take(part(1, 8, 2));
        other.take(part(1, 8, 2));
        other.take(part(0, 4, 1));

        assertThat(owned.news()).isEqualTo(other.news());
    }

    @Test
    void saysNothingWhenNoPartHasChanged() {
        owned.take(part(0, 4, 1));
        owned.published(owned.news().revision());
        owned.take(part(0, 4, 1));

        assertThat(owned.news()).isNull();
    }

    @Test
    void saysSoWhenTheOldValueIsBack() {
        owned.take(part(0, 4, 1));
        owned.published(owned.news().revision());
        // another owner may have published what was in between
        owned.take(part(0, 6, 1));

        assertThat(owned.news().value()).isEqualTo(1);
    }

    private static Partial part(int partition, long revision, long value) {
        return new Partial(FIGURE, partition, revision, value, Instant.parse("2026-11-23T10:00:00Z"));
    }
}

package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Cell AT_NYPI = referral("nypi");
    private static final Cell WITH_NOBODY = referral("");

    @Test
    void aCorrectionTakesAwayWhatWasThereAndAddsWhatIs() {
        var effect = counting(AT_NYPI).minus(counting(WITH_NOBODY));

        assertThat(effect.cells()).containsExactlyInAnyOrderEntriesOf(Map.of(AT_NYPI, 1L, WITH_NOBODY, -1L));
    }

    @Test
    void whatStaysTheSameChangesNothing() {
        assertThat(counting(AT_NYPI).minus(counting(AT_NYPI)).cells()).isEmpty();
    }

    @Test
    void cellsSurviveTheStoreAndAreSafeNamesThere() {
        var odd = new Cell(Metric.TRAININGS_COMPLETED, DAY, List.of("2026.07"));

        assertThat(Cell.parse(odd.text())).isEqualTo(odd);
        assertThat(odd.text()).doesNotContain(".");
        assertThat(Cell.parse(WITH_NOBODY.text())).isEqualTo(WITH_NOBODY);
    }

    @Test
    void aCellHasOneValuePerDimensionOfItsGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell(Metric.TRAININGS_COMPLETED, DAY, List.of("a", "b")));
    }

    @Test
    void aCellHasTheValuesOfItsMetricsOwnDimensionsBehindThoseOfTheGroup() {
        var cell = new Cell(
                Metric.SESSION_TECHNIQUE_GROUPS,
                DAY,
                List.of("BROOKLYN", "PCT-075", "nypi", "NOISE", "REFLECT", "PROGRESS"));

        assertThat(cell.place()).containsExactly("BROOKLYN", "PCT-075", "nypi", "NOISE");
        assertThat(cell.details()).containsExactly("REFLECT", "PROGRESS");
        assertThat(Cell.parse(cell.text())).isEqualTo(cell);
    }

    @Test
    void whatIsNotLiveIsPublishedNowhere() {
        assertThat(Figure.published(new Cell(Metric.PARTIES_SERVED, DAY, AT_NYPI.values())))
                .isEmpty();
    }

    @Test
    void whatIsAddedTwiceToACellAddsUpAndNothingLeavesNoCell() {
        var contribution = Contribution.on(DAY, AT_NYPI.values())
                .one(Metric.REFERRALS_SUBMITTED)
                .many(Metric.REFERRALS_SUBMITTED, 2)
                .many(Metric.REFERRALS_CLOSED, 0)
                .at(WITH_NOBODY.values())
                .one(Metric.REFERRALS_SUBMITTED)
                .done();

        assertThat(contribution.cells()).containsOnly(Map.entry(AT_NYPI, 3L), Map.entry(WITH_NOBODY, 1L));
    }

    @Test
    void aCellTakesCodesOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell(Metric.TRAININGS_COMPLETED, DAY, List.of("a|b$")));
    }

    @Test
    void aCellCountsForTheTotalTheDayAndEachDimensionItHas() {
        assertThat(Figure.published(WITH_NOBODY))
                .extracting(Figure::id)
                .containsExactlyInAnyOrder(
                        "referrals-submitted|all|all|",
                        "referrals-submitted|day|2026-11-23|",
                        "referrals-submitted|all|all|borough=BROOKLYN",
                        "referrals-submitted|all|all|command=PCT-075",
                        "referrals-submitted|all|all|type=NOISE");
    }

    @Test
    void figuresAreFoundByTheirId() {
        for (var figure : Figure.published(AT_NYPI)) {
            assertThat(Figure.parse(figure.id())).isEqualTo(figure);
        }
        assertThat(Figure.parse("referrals-submitted|month|2026-11-01|command=PCT-075,type=NOISE")
                        .dimensions())
                .containsExactly(Map.entry("command", "PCT-075"), Map.entry("type", "NOISE"));
    }

    private static Contribution counting(Cell cell) {
        return new Contribution(Map.of(cell, 1L));
    }

    private static Cell referral(String center) {
        return new Cell(Metric.REFERRALS_SUBMITTED, DAY, List.of("BROOKLYN", "PCT-075", center, "NOISE"));
    }
}

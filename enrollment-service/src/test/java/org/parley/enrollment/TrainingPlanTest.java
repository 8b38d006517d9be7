package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.nineToFive;
import static org.parley.enrollment.Cohorts.planFor;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {

    private final List<TrainingDay> days = planFor(25).days();

    @Test
    void acceptsFourDaysInOrder() {
        assertThat(planFor(25).breaches()).isEmpty();
    }

    @Test
    void wantsExactlyFourDays() {
        assertThat(new TrainingPlan("2026-07", 25, days.subList(0, 3)).breaches())
                .containsExactly(new Breach("/days", "must be exactly 4"));
    }

    @Test
    void wantsTheDaysOneAfterTheOther() {
        var twice = List.of(days.get(0), days.get(1), days.get(1), days.get(3));
        assertThat(new TrainingPlan("2026-07", 25, twice).breaches())
                .containsExactly(new Breach("/days/2/date", "must be after the day before it"));
    }

    @Test
    void wantsADayToEndAfterItBegins() {
        var backwards = new TrainingDay(DATES.get(3), LocalTime.of(17, 0), LocalTime.of(9, 0));
        assertThat(new TrainingPlan("2026-07", 25, List.of(days.get(0), days.get(1), days.get(2), backwards))
                        .breaches())
                .containsExactly(new Breach("/days/3/end", "must be after start"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void wantsASensibleCapacity(int capacity) {
        assertThat(planFor(capacity).breaches()).extracting(Breach::field).containsExactly("/capacity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "July cohort", "-07", "012345678901234567890123456789012"})
    void wantsALabelThatFitsIntoAnEvent(String cohort) {
        assertThat(new TrainingPlan(cohort, 25, days).breaches())
                .extracting(Breach::field)
                .containsExactly("/cohort");
    }

    @Test
    void knowsHowLongADayIs() {
        assertThat(nineToFive(DATES.get(0)).hours()).isEqualTo(8.0);
    }
}

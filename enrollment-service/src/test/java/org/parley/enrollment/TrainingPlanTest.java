package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.nineToFive;
import static org.parley.enrollment.Cohorts.planFor;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {

    private final List<TrainingDay> days = planFor(25).days();

    @Test
    void acceptsFourDaysInOrder() {
        assertThat(planFor(25).breaches()).isEmpty();
    }

    @Test
    void wantsExactlyFourDays() {
        assertThat(Cohorts.plan("2026-07", 25, days.subList(0, 3)).breaches())
                .containsExactly(new Breach("/days", "must be exactly 4"));
    }

    @Test
    void wantsTheDaysOneAfterTheOther() {
        var twice = List.of(days.get(0), days.get(1), days.get(1), days.get(3));
        assertThat(Cohorts.plan("2026-07", 25, twice).breaches())
                .containsExactly(new Breach("/days/2/date", "must be after the day before it"));
    }

    @Test
    void wantsADayToEndAfterItBegins() {
        var backwards = new TrainingDay(DATES.get(3), LocalTime.of(17, 0), LocalTime.of(9, 0), null);
        assertThat(Cohorts.plan("2026-07", 25, List.of(days.get(0), days.get(1), days.get(2), backwards))
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
        assertThat(Cohorts.plan(cohort, 25, days).breaches())
                .extracting(Breach::field)
                .containsExactly("/cohort");
    }

    @Test
    void knowsHowLongADayIs() {
        assertThat(nineToFive(DATES.get(0)).hours()).isEqualTo(8.0);
    }

    @Test
    void aDayOfNoWholeQuartersIsNeverLongerThanItIs() {
        var day = new TrainingDay(DATES.get(0), LocalTime.of(0, 0), LocalTime.of(23, 59), null);

        assertThat(day.hoursFrom(LocalTime.of(0, 0))).isEqualTo(day.hours());
        assertThat(day.hoursRule()).endsWith("at most the day's 23.98");
        assertThat(nineToFive(DATES.get(0)).hoursRule()).endsWith("at most the day's 8");
    }

    @ParameterizedTest
    @CsvSource({"08:30, 8", "09:00, 8", "09:03, 8", "09:16, 7.75", "16:50, 0.25", "17:00, 0", "18:00, 0"})
    void countsWhatIsLeftOfADayInQuartersThatHaveBegun(LocalTime arrival, double hours) {
        assertThat(nineToFive(DATES.get(0)).hoursFrom(arrival)).isEqualTo(hours);
    }

    @Test
    void wantsDaysThatFitIntoAnEvent() {
        assertThat(planFor(25).with(4, nineToFive(LocalDate.of(20_026, 7, 15))).breaches())
                .extracting(Breach::field)
                .containsExactly("/days/3/date");
    }

    @Test
    void wantsAVenueThatFitsIntoAnEvent() {
        var there = new TrainingDay(DATES.get(0), LocalTime.of(9, 0), LocalTime.of(17, 0), "the academy, room 2");
        assertThat(planFor(25).with(1, there).breaches())
                .extracting(Breach::field)
                .containsExactly("/days/0/venue");
    }

    @Test
    void wantsCapsThatCanBeReached() {
        assertThat(Cohorts.withCaps(planFor(25), 0, 26).breaches())
                .extracting(Breach::field)
                .containsExactly("/seatsPerCommand", "/seatsPerBorough");
        assertThat(Cohorts.withCaps(planFor(25), 1, 25).breaches()).isEmpty();
    }

    @Test
    void wantsTrainersAndPartsOnceEach() {
        var plan =
                new TrainingPlan("2026-07", 25, days, List.of(Cohorts.TRAINER, Cohorts.TRAINER), List.of(), null, null);
        assertThat(plan.breaches()).extracting(Breach::field).containsExactly("/trainers", "/parts");
    }
}

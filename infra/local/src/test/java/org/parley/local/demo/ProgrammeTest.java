package org.parley.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.local.Officers;

class ProgrammeTest {

    private static final Instant END = Instant.parse("2026-11-23T10:00:00Z");

    private final Programme programme = new Programme(7, END);

    private static Map<String, Long> sums(Programme programme) {
        var totals = Totals.of(programme, new OnTheSpot(programme), new Referrals(programme));
        return totals.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().metric(),
                        entry -> entry.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()));
    }

    @Test
    void sameSeedAndEndGiveTheSameYearAndAnotherSeedAnother() {
        var again = new Programme(7, END);
        var other = new Programme(8, END);

        assertThat(again.cohorts().get(7).seats())
                .isEqualTo(programme.cohorts().get(7).seats())
                .isNotEqualTo(other.cohorts().get(7).seats());
        assertThat(new OnTheSpot(again).microInterventions())
                .isEqualTo(new OnTheSpot(programme).microInterventions())
                .isNotEqualTo(new OnTheSpot(other).microInterventions());
        assertThat(new Referrals(again).disputes())
                .isEqualTo(new Referrals(programme).disputes())
                .isNotEqualTo(new Referrals(other).disputes());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20_261_125})
    void aWholeProgrammeTakesPart(long seed) {
        var year = new Programme(seed, END);
        var officers = year.cohorts().stream()
                .flatMap(cohort -> cohort.seats().stream())
                .map(Cohort.Seat::officer)
                .toList();

        assertThat(year.cohorts()).hasSize(20);
        assertThat(officers)
                .hasSize(520)
                .extracting(Officer::id)
                .doesNotHaveDuplicates()
                .contains(Officers.DEMO);
        assertThat(officers).extracting(Officer::command).containsAll(year.commands());
        assertThat(new HashSet<>(year.commands())).hasSize(25);
        assertThat(year.commands().stream().map(year::boroughOf).distinct()).hasSize(5);
        assertThat(year.commands())
                .allSatisfy(command -> assertThat(year.centerOf(command)).isIn(year.centers()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20_261_125})
    void itsTotalsAreThoseOfTheRealProgramme(long seed) {
        var sums = sums(new Programme(seed, END));
        assertThat(sums)
                .containsEntry("trainings-completed", 20L)
                .containsEntry("seats-filled", 520L)
                .containsEntry("officers-completed", 468L) // 90 %
                .containsEntry("officers-certified", 468L)
                .containsEntry("micro-interventions", 3_000L)
                .containsEntry("sessions-held", 400L)
                .containsEntry("referrals-submitted", 360L);
        assertThat(100.0 * sums.get("approvals") / sums.get("evaluation-responses"))
                .as("approval rate")
                .isGreaterThan(90);
    }

    @Test
    void onlyThosePractiseWhoHaveBeenTrained() {
        assertThat(programme.trainedBy(END.minusSeconds(86_400L * 360))).isEmpty();
        assertThat(programme.trainedBy(END)).hasSize(Programme.COMPLETED);
    }

    @Test
    void everyCohortButTheOneToComeIsOver() {
        assertThat(programme.cohorts())
                .allSatisfy(cohort -> assertThat(cohort.days())
                        .hasSize(4)
                        .isSorted()
                        .startsWith(cohort.days().getFirst().with(DayOfWeek.MONDAY)))
                .extracting(cohort -> cohort.days().getLast())
                .doesNotHaveDuplicates()
                .allSatisfy(last -> assertThat(last).isBefore("2026-11-01"));
        assertThat(programme.toCome().days().getFirst()).isAfter(LocalDate.of(2026, 11, 23));
    }

    @Test
    void whoWaitsInVainIsInTheNextCohort() {
        var waiting = programme.cohorts().get(4).waiting();

        assertThat(waiting).hasSize(4);
        assertThat(programme.cohorts().get(5).seats())
                .extracting(Cohort.Seat::officer)
                .containsAll(waiting);
        assertThat(Stream.of(0, 1, 2, 3, 19))
                .allSatisfy(
                        n -> assertThat(programme.cohorts().get(n).waiting()).isEqualTo(List.of()));
    }
}

package org.parley.referral.routing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.referral.routing.OpeningHours.Hours;

class OpeningHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final OpeningHours workdays = workdays(Set.of());

    private static OpeningHours workdays(Set<LocalDate> closed) {
        var hours = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));
        var week = EnumSet.range(MONDAY, FRIDAY).stream().collect(Collectors.toMap(day -> day, _ -> hours));
        return new OpeningHours(week, NEW_YORK, closed);
    }

    @ParameterizedTest(name = "{1} h after {0} is {2}: {3}")
    @CsvSource({
        "2026-11-23T15:00:00Z, 4, 2026-11-23T19:00:00Z, within the day",
        "2026-11-23T10:00:00Z, 4, 2026-11-23T18:00:00Z, before opening the time stands still",
        "2026-11-23T10:00:00Z, 8, 2026-11-23T22:00:00Z, a whole day ends when it closes",
        "2026-11-23T10:00:00Z, 48, 2026-11-30T22:00:00Z, six days of eight hours with a weekend between",
        "2026-11-27T21:00:00Z, 4, 2026-11-30T17:00:00Z, the rest is left for Monday",
        "2026-11-28T16:00:00Z, 4, 2026-11-30T18:00:00Z, on a Saturday nobody answers",
        "2026-11-24T00:30:00Z, 1, 2026-11-24T15:00:00Z, in the evening it is still yesterday there",
        "2026-03-06T21:00:00Z, 2, 2026-03-09T14:00:00Z, an hour of the night is lost and no opening hour",
        "2026-10-30T20:00:00Z, 2, 2026-11-02T15:00:00Z, nor is one won",
    })
    void countsOnlyOpeningHours(Instant from, int hours, Instant until, String why) {
        assertThat(workdays.after(from, Duration.ofHours(hours))).as(why).isEqualTo(until);
    }

    @Test
    void refusesHoursThatNeverCome() {
        assertThatThrownBy(() -> new OpeningHours(Map.of(), NEW_YORK, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(LocalTime.of(17, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(LocalTime.of(9, 0), LocalTime.of(9, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyDayHasItsOwn() {
        var hours = new OpeningHours(
                Map.of(
                        MONDAY, new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        FRIDAY, new Hours(LocalTime.of(14, 0), LocalTime.of(20, 0))),
                NEW_YORK,
                Set.of());
        assertThat(hours.after(Instant.parse("2026-11-23T14:00:00Z"), Duration.ofHours(4)))
                .isEqualTo(Instant.parse("2026-11-27T20:00:00Z"));
    }

    /** The Thanksgiving of 2026, and the Friday after it. */
    @Test
    void closedDaysDoNotCount() {
        var closed = Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27"));
        assertThat(workdays(closed).after(Instant.parse("2026-11-25T21:00:00Z"), Duration.ofHours(4)))
                .isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }
}

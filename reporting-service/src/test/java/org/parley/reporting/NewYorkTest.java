package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewYorkTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T04:59:59Z, 2026-11-22",
        "2026-11-23T05:00:00Z, 2026-11-23",
        // summer time: midnight is an hour earlier in UTC
        "2026-07-01T03:59:59Z, 2026-06-30",
        "2026-07-01T04:00:00Z, 2026-07-01",
        // the day the clocks go back has 25 hours
        "2026-11-01T04:00:00Z, 2026-11-01",
        "2026-11-02T04:59:59Z, 2026-11-01"
    })
    void aDayIsADayInNewYork(Instant instant, LocalDate day) {
        assertThat(NewYork.day(instant)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-22, 2026-11-22",
        // a Sunday belongs to the week that began on the Monday before
        "WEEK, 2026-11-22, 2026-11-16",
        "WEEK, 2026-11-23, 2026-11-23",
        "WEEK, 2027-01-01, 2026-12-28",
        "MONTH, 2026-11-22, 2026-11-01",
        "QUARTER, 2026-11-22, 2026-10-01",
        "YEAR, 2026-11-22, 2026-01-01",
        "ALL, 2026-11-22, all"
    })
    void periodsAreNamedByTheirFirstDay(Interval interval, LocalDate day, String period) {
        assertThat(interval.period(day)).isEqualTo(period);
    }

    @Test
    void everyIntervalIsFoundByItsWord() {
        assertThat(Interval.WORDS).containsExactly("day", "week", "month", "quarter", "year", "all");
        assertThat(Interval.find("quarter")).contains(Interval.QUARTER);
        assertThat(Interval.find("Quarter")).isEmpty();
    }
}

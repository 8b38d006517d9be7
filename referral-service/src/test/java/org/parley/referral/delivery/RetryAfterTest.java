package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, 2026-11-24T12:00:01Z",
        "' 3600 ', 2026-11-24T13:00:00Z",
        "'Tue, 24 Nov 2026 12:30:00 GMT', 2026-11-24T12:30:00Z"
    })
    void isSecondsOrADate(String header, Instant until) {
        assertThat(RetryAfter.until(header, NOW)).contains(until);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "999999999", "99999999999999999999999999", "Tue, 24 Nov 2026 12:30:00 GMT"})
    void isADayAtMost(String header) {
        var earlier = header.contains("GMT") ? NOW.minus(Duration.ofDays(3)) : NOW;
        assertThat(RetryAfter.until(header, earlier)).contains(earlier.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "soon",
                "1.5",
                "1e3",
                "0x10",
                "Mon, 23 Nov 2026 12:30:00 GMT",
                "2026-11-25T00:00:00Z",
                "Wed, 24 Nov 2026 12:30:00 GMT"
            })
    void isNothingWhenItSaysNothing(String header) {
        assertThat(RetryAfter.until(header, NOW)).isEmpty();
    }

    @Test
    void isNothingWhenThereIsNone() {
        assertThat(RetryAfter.until(null, NOW)).isEmpty();
    }
}

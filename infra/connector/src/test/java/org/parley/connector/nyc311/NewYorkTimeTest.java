package org.parley.connector.nyc311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewYorkTimeTest {

    @ParameterizedTest
    @CsvSource({
        "12/25/2013 12:04:28 AM, 2013-12-25T05:04:28Z",
        "12/25/2013 07:15:53 PM, 2013-12-26T00:15:53Z",
        "07/04/2013 12:00:00 PM, 2013-07-04T16:00:00Z",
        "5/6/18 14:22,           2018-05-06T18:22:00Z",
        "12/31/18 9:05,          2018-12-31T14:05:00Z",
        "2024-05-26T23:10:29.000, 2024-05-27T03:10:29Z",
        "2024-05-26T23:10:29,     2024-05-27T03:10:29Z",
    })
    void readsTheThreeFormsAsNewYorkTime(String text, Instant instant) {
        assertThat(NewYorkTime.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/3/24 1:30", "11/03/2024 01:30:00 AM", "2024-11-03T01:30:00"})
    void takesTheFirstOfTheDoubleHour(String text) {
        assertThat(NewYorkTime.parse(text)).contains(Instant.parse("2024-11-03T05:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/10/24 2:30", "03/10/2024 02:30:00 AM", "2024-03-10T02:30:00"})
    void readsTheMissingHourAsWinterTime(String text) {
        assertThat(NewYorkTime.parse(text)).contains(Instant.parse("2024-03-10T07:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "13/25/2013 12:04:28 AM",
                "02/30/2013 12:04:28 AM",
                "12/25/2013 13:04:28 PM",
                "2/29/23 9:05",
                "2024-13-01T00:00:00",
                "2024-05-26T23:10:29Z",
                "2024-05-26"
            })
    void readsNothingElse(String text) {
        assertThat(NewYorkTime.parse(text)).isEmpty();
    }
}

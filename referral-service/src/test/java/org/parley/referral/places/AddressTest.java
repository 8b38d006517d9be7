package org.parley.referral.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    private static final Address PLACE = new Address("100 EXAMPLE AVE", "BROOKLYN", "11208");

    @ParameterizedTest
    @CsvSource({
        "100 Example Avenue, Brooklyn, 11208",
        "'  100   example av. ', BROOKLYN, 11208",
        "'100 Éxample Ave,', Kings, 11208",
    })
    void isTheSameHoweverItIsWritten(String line, String city, String zip) {
        assertThat(new Address(line, city, zip).normalised()).isEqualTo(PLACE.normalised());
    }

    @ParameterizedTest
    @CsvSource({
        "101 EXAMPLE AVE, BROOKLYN, 11208",
        "100 EXAMPLE ST, BROOKLYN, 11208",
        "100 EXAMPLE AVE, BROOKLYN, 11209",
        "100-1 EXAMPLE AVE, BROOKLYN, 11208",
    })
    void isAnotherWhereItMatters(String line, String city, String zip) {
        assertThat(new Address(line, city, zip).normalised()).isNotEqualTo(PLACE.normalised());
    }

    @Test
    void needsAStreetAndTakesTheCityForAMissingZip() {
        assertThat(new Address(null, "BROOKLYN", "11208").normalised()).isEmpty();
        assertThat(new Address(" . ", "BROOKLYN", "11208").normalised()).isEmpty();
        assertThat(new Address("100 EXAMPLE AVE", "BROOKLYN", null).normalised())
                .contains("100 EXAMPLE AVE|BROOKLYN");
    }

    @Test
    void isNeverWrittenIntoALog() {
        assertThat(PLACE.toString()).isEqualTo("Address");
    }
}

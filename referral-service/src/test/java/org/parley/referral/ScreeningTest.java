package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.referral.ReferralFixture.consenting;
import static org.parley.referral.ReferralFixture.nothingAgainst;
import static org.parley.referral.ReferralFixture.party;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, true, ARREST_MADE",
        "false, true, true, true, true, VIOLENT_FELONY_OR_DRUGS",
        "false, false, true, true, true, WEAPON",
        "false, false, false, true, true, ORDER_OF_PROTECTION",
        "false, false, false, false, true, INTIMATE_PARTNER",
    })
    void stopsForTheFirstThatApplies(
            boolean arrest, boolean violent, boolean weapon, boolean order, boolean partner, Stop stop) {
        var screening = new Screening(arrest, violent, weapon, order, partner);
        assertThat(screening.stop(List.of(party("Unwilling", false, null)), TODAY))
                .contains(stop);
    }

    @Test
    void letsPassWhatNothingSpeaksAgainst() {
        assertThat(nothingAgainst().stop(List.of(), TODAY)).isEmpty();
        assertThat(nothingAgainst().stop(List.of(consenting("Willing")), TODAY)).isEmpty();
    }

    @Test
    void stopsWhenPartiesAreGivenAndNoneConsents() {
        assertThat(nothingAgainst().stop(List.of(party("Unwilling", false, null)), TODAY))
                .contains(Stop.NO_CONSENT);
        assertThat(nothingAgainst().stop(List.of(party("Unwilling", false, null), consenting("Willing")), TODAY))
                .isEmpty();
    }

    @Test
    void takesConsentThatHasRunOutForNone() {
        assertThat(nothingAgainst().stop(List.of(party("Past", true, TODAY.minusDays(1))), TODAY))
                .contains(Stop.NO_CONSENT);
        assertThat(nothingAgainst().stop(List.of(party("Today", true, TODAY)), TODAY))
                .isEmpty();
    }
}

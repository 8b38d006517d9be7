package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuresTest {

    @Test
    void eachIsFoundByItsOwnName() {
        assertThat(Measures.ALL).extracting(Measure::word).doesNotHaveDuplicates();
        assertThat(Measures.ALL)
                .allSatisfy(measure -> assertThat(Measures.find(measure.word())).contains(measure));
    }

    @Test
    void aDistributionIsAskedForByItsPercentilesOnly() {
        assertThat(Measures.find("session-duration")).isEmpty();
        assertThat(Measures.find("session-duration-median")).isPresent();
        assertThat(Measures.find("session-duration-p90")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatARateIsMadeOfSplitsTheSameWay(Rate rate) {
        assertThat(rate.counted())
                .allSatisfy(metric -> assertThat(metric.dimensions()).isEqualTo(rate.dimensions()));
    }

    @ParameterizedTest
    @EnumSource
    void aRateOfNothingHasNoValue(Rate rate) {
        var amount = rate.amount(new Tally());

        assertThat(amount.value()).isNull();
        assertThat(amount.isNothing()).isTrue();
    }

    @Test
    void aRateIsRoundedToFourDigits() {
        assertThat(new Amount.Quotient(2, 3, null).value()).isEqualTo(new BigDecimal("0.6667"));
    }

    @Test
    void aRateMayHaveSeveralCountsBelow() {
        var tally = new Tally();
        tally.add(Metric.AGREEMENTS, List.of(), 6);
        tally.add(Metric.SESSIONS_HELD, List.of(), 7);
        tally.add(Metric.REFERRALS_CONCILIATED, List.of(), 1);

        assertThat(Rate.AGREEMENT_RATE_WITH_CONCILIATED.amount(tally)).isEqualTo(new Amount.Quotient(6, 8, null));
        assertThat(Rate.AGREEMENT_RATE_WITH_CONCILIATED.formula())
                .isEqualTo("agreements ÷ (sessions-held + referrals-conciliated)");
        assertThat(Rate.AGREEMENT_RATE_WITH_CONCILIATED.axis())
                .isEqualTo("sessions: day the session started; referrals: day of submission");
    }

    @Test
    void whatOfficersSayIsShownWithHowManySaidIt() {
        var tally = new Tally();
        tally.add(Metric.EVALUATIONS_INVITED, List.of(), 22);
        tally.add(Metric.EVALUATION_RESPONSES, List.of(), 18);
        tally.add(Metric.APPROVALS, List.of(), 16);
        var responses = new Amount.Quotient(18, 22, null);

        assertThat(Rate.RESPONSE_RATE.amount(tally)).isEqualTo(responses);
        assertThat(Rate.APPROVAL_RATE.amount(tally)).isEqualTo(new Amount.Quotient(16, 18, responses));
        assertThat(Rate.TOP_BOX_RATE.amount(tally).responses()).isEqualTo(responses);
    }
}

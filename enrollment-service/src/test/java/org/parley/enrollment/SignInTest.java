package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.SECRET;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.asked;
import static org.parley.enrollment.Cohorts.officer;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInTest {

    /** 09:10 in New York on the first day, at the beginning of a minute. */
    private static final Instant MORNING = Instant.parse("2026-07-07T13:10:00Z");

    private final SignInCodes codes = new SignInCodes(SECRET, 1);

    @Test
    void aCodeIsGoodForItsMinuteAndAFewSeconds() {
        var code = codes.at(MORNING);
        assertThat(code).matches("[0-9]{6}");
        assertThat(codes.at(MORNING.plusSeconds(59))).isEqualTo(code);
        assertThat(codes.accepts(code, MORNING.plusSeconds(59))).isTrue();
        assertThat(codes.accepts(code, MORNING.plusSeconds(64))).isTrue();
        assertThat(codes.accepts(code, MORNING.plusSeconds(65))).isFalse();
        assertThat(codes.accepts(code, MORNING.minusSeconds(1))).isFalse();
        assertThat(SignInCodes.validUntil(MORNING.plusSeconds(59))).isEqualTo(MORNING.plusSeconds(60));
        assertThat(SignInCodes.validUntil(MORNING)).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void codesOfMinutesDaysAndTrainingsDiffer() {
        var minutes = IntStream.range(0, 60)
                .mapToObj(it -> codes.at(MORNING.plusSeconds(60L * it)))
                .collect(Collectors.toSet());
        assertThat(minutes).hasSizeGreaterThan(55);
        assertThat(new SignInCodes(SECRET, 2).at(MORNING)).isNotEqualTo(codes.at(MORNING));
        assertThat(new SignInCodes(SignInCodes.newSecret(), 1).at(MORNING)).isNotEqualTo(codes.at(MORNING));
    }

    @Test
    void recordsWhatIsLeftOfTheDay() {
        var there = after(asked(1, 1).signIn(officer(0), 1, codes.at(MORNING), MORNING));
        assertThat(there.state()).isEqualTo(TrainingState.RUNNING);
        assertThat(there.roster().getFirst().days()).containsExactly(new AttendedDay(1, DATES.get(0), 8, null));
        assertThat(after(there.signIn(officer(0), 1, "000000", MORNING))).isEqualTo(there);
        var noon = Instant.parse("2026-07-07T16:10:00Z");
        assertThat(after(asked(1, 1).signIn(officer(0), 1, codes.at(noon), noon))
                        .roster()
                        .getFirst()
                        .hours())
                .isEqualTo(5);
    }

    @Test
    void isForTheEnrolledOnTheDayUntilItEnds() {
        assertThat(asked(1, 2).signIn(officer(1), 1, codes.at(MORNING), MORNING))
                .isInstanceOf(Step.Unknown.class);
        assertThat(asked(1, 1).signIn(officer(0), 5, codes.at(MORNING), MORNING))
                .isInstanceOf(Step.Unknown.class);
        assertThat(asked(1, 1).signIn(officer(0), 2, new SignInCodes(SECRET, 2).at(MORNING), MORNING))
                .isInstanceOf(Step.Impossible.class);
        var evening = Instant.parse("2026-07-07T21:00:00Z");
        assertThat(asked(1, 1).signIn(officer(0), 1, codes.at(evening), evening))
                .isInstanceOf(Step.Impossible.class);
    }

    @Test
    void takesOnlySoManyWrongCodesADay() {
        var training = asked(1, 1);
        for (var n = 0; n < Training.MOST_WRONG_CODES; n++) {
            var refused = (Step.Refused) training.signIn(officer(0), 1, "wrong", MORNING);
            training = refused.after();
        }
        assertThat(training.signIn(officer(0), 1, codes.at(MORNING), MORNING))
                .isInstanceOfSatisfying(
                        Step.Impossible.class, it -> assertThat(it.problem()).isEqualTo("too-many-wrong-codes"));
        var nextDay = Instant.parse("2026-07-08T13:10:00Z");
        assertThat(training.signIn(officer(0), 2, new SignInCodes(SECRET, 2).at(nextDay), nextDay))
                .isInstanceOf(Step.Taken.class);
    }
}

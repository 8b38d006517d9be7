package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.ASKED;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.ENDED;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.asked;
import static org.parley.enrollment.Cohorts.attended;
import static org.parley.enrollment.Cohorts.draftOf;
import static org.parley.enrollment.Cohorts.enrollmentOf;
import static org.parley.enrollment.Cohorts.officer;
import static org.parley.enrollment.Cohorts.openFor;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.Cohorts.request;
import static org.parley.enrollment.EnrollmentState.COMPLETED;
import static org.parley.enrollment.EnrollmentState.DECLINED;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.INCOMPLETE;
import static org.parley.enrollment.EnrollmentState.NO_SHOW;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.EnrollmentState.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void sellsItsSeatsAndThenPutsOnTheWaitingListInOrder() {
        assertThat(states(asked(2, 4))).containsExactly(ENROLLED, ENROLLED, WAITLISTED, WAITLISTED);
    }

    @Test
    void answersARepeatedRequestWithWhatStands() {
        var training = asked(2, 4);
        assertThat(after(training.enroll(List.of(request(3), request(0)), Set.of(), ASKED, NOBODY_ELSEWHERE)))
                .isEqualTo(training);
        var withdrawn = after(training.withdraw(enrollmentOf(0), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(after(withdrawn.enroll(List.of(request(0)), Set.of(), ASKED, NOBODY_ELSEWHERE)))
                .isEqualTo(withdrawn);
    }

    @Test
    void answersARepeatedRequestAlsoWhenItIsOver() {
        var ended = after(attended(asked(2, 3), 4, 2).complete(ENDED));
        assertThat(after(ended.enroll(List.of(request(0), request(2)), Set.of(), ASKED, NOBODY_ELSEWHERE)))
                .isEqualTo(ended);
        assertThat(ended.enroll(List.of(request(0), request(7)), Set.of(), ASKED, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
    }

    @Test
    void takesTheSameOfficerOnceInOneCall() {
        assertThat(states(after(openFor(5).enroll(List.of(request(1), request(1)), Set.of(), ASKED, NOBODY_ELSEWHERE))))
                .containsExactly(ENROLLED);
    }

    @Test
    void givesAFreedSeatToWhoHasWaitedLongest() {
        var freed = after(asked(2, 4).withdraw(enrollmentOf(1), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(states(freed)).containsExactly(ENROLLED, WITHDRAWN, ENROLLED, WAITLISTED);
        assertThat(states(after(freed.withdraw(enrollmentOf(1), WithdrawReason.DUTY, NOBODY_ELSEWHERE))))
                .isEqualTo(states(freed));
    }

    @Test
    void givesNoSeatWhenOnlyAPlaceInTheLineIsGivenBack() {
        assertThat(states(after(asked(2, 4).withdraw(enrollmentOf(2), WithdrawReason.DUTY, NOBODY_ELSEWHERE))))
                .containsExactly(ENROLLED, ENROLLED, WITHDRAWN, WAITLISTED);
    }

    @Test
    void enrollsOnlyWhileOpen() {
        assertThat(draftOf(planFor(2)).enroll(List.of(request(0)), Set.of(), ASKED, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
        assertThat(attended(asked(2, 2), 1).enroll(List.of(request(5)), Set.of(), ASKED, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
        assertThat(attended(asked(2, 2), 1).complete(ENDED))
                .isInstanceOfSatisfying(
                        Step.Taken.class,
                        taken -> assertThat(
                                        taken.after().enroll(List.of(request(5)), Set.of(), ASKED, NOBODY_ELSEWHERE))
                                .isInstanceOf(Step.Impossible.class));
    }

    @Test
    void keepsItsRosterShortEnoughForADocument() {
        var many = IntStream.range(0, Training.LONGEST_ROSTER + 1)
                .mapToObj(Cohorts::request)
                .toList();
        var full = after(openFor(2).enroll(many, Set.of(), ASKED, NOBODY_ELSEWHERE));
        assertThat(full.roster()).hasSize(Training.LONGEST_ROSTER);
        assertThat(full.of(officer(Training.LONGEST_ROSTER))).isEmpty();
    }

    @Test
    void runsFromTheFirstAttendanceOn() {
        assertThat(after(asked(2, 2).attend(DATES.get(0), List.of())).state()).isEqualTo(TrainingState.RUNNING);
        assertThat(openFor(2).state()).isEqualTo(TrainingState.OPEN);
    }

    @Test
    void replacesTheAttendanceOfADay() {
        var first = after(asked(2, 2).attend(DATES.get(0), List.of(new Attendee(officer(0), 8))));
        var corrected = after(first.attend(DATES.get(0), List.of(new Attendee(officer(1), 7.5))));
        assertThat(corrected.roster().get(0).days()).isEmpty();
        assertThat(corrected.roster().get(1).days()).containsExactly(new AttendedDay(1, DATES.get(0), 7.5, null));
        assertThat(after(corrected.attend(DATES.get(0), List.of(new Attendee(officer(1), 7.5)))))
                .isEqualTo(corrected);
    }

    @Test
    void recordsAttendanceOnlyOfTheEnrolledOnItsOwnDaysWithinTheirLength() {
        var training = asked(2, 3);
        assertThat(training.attend(LocalDate.parse("2026-07-09"), List.of())).isInstanceOf(Step.Invalid.class);
        assertThat(training.attend(
                        DATES.get(0),
                        List.of(
                                new Attendee(officer(0), 8.5),
                                new Attendee(officer(1), 0),
                                new Attendee(officer(2), 8),
                                new Attendee(officer(9), 8),
                                new Attendee(officer(1), 8))))
                .isInstanceOfSatisfying(
                        Step.Invalid.class,
                        invalid -> assertThat(invalid.breaches())
                                .extracting(Breach::field)
                                .containsExactly(
                                        "/attended/0/hours",
                                        "/attended/1/hours",
                                        "/attended/2/officer",
                                        "/attended/3/officer",
                                        "/attended/4/officer"));
    }

    @Test
    void endsEachByTheDaysThatWereAttended() {
        var ended = after(attended(asked(3, 4), 4, 3, 0).complete(ENDED));
        assertThat(states(ended)).containsExactly(COMPLETED, INCOMPLETE, NO_SHOW, DECLINED);
        assertThat(TrainingSummary.of(Cohorts.TRAINING, ended))
                .extracting(
                        TrainingSummary::state,
                        TrainingSummary::enrolled,
                        TrainingSummary::waitlisted,
                        TrainingSummary::completed,
                        TrainingSummary::incomplete,
                        TrainingSummary::noShow,
                        TrainingSummary::completedAt)
                .containsExactly(TrainingState.COMPLETED, 3, 1, 1, 1, 1, ENDED);
    }

    @Test
    void endsOnceAndStaysAsItEnded() {
        var ended = after(attended(asked(1, 1), 4).complete(ENDED));
        assertThat(after(ended.complete(ENDED.plusSeconds(60)))).isEqualTo(ended);
        assertThat(ended.withdraw(enrollmentOf(0), WithdrawReason.DUTY, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
        assertThat(ended.attend(DATES.get(0), List.of())).isInstanceOf(Step.Impossible.class);
        assertThat(ended.open()).isInstanceOf(Step.Impossible.class);
    }

    @Test
    void cannotEndBeforeItRuns() {
        assertThat(openFor(1).complete(ENDED)).isInstanceOf(Step.Impossible.class);
        assertThat(draftOf(planFor(1)).complete(ENDED)).isInstanceOf(Step.Impossible.class);
    }

    @Test
    void opensOnceAndAgainWithoutEffect() {
        assertThat(after(openFor(2).open())).isEqualTo(openFor(2));
    }

    private static List<EnrollmentState> states(Training training) {
        return training.roster().stream().map(Enrollment::state).toList();
    }
}

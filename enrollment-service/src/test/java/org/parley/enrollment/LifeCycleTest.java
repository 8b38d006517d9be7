package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.enrollment.Cohorts.ASKED;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.ENDED;
import static org.parley.enrollment.Cohorts.NEXT;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.asked;
import static org.parley.enrollment.Cohorts.attended;
import static org.parley.enrollment.Cohorts.draftOf;
import static org.parley.enrollment.Cohorts.enrollmentOf;
import static org.parley.enrollment.Cohorts.nineToFive;
import static org.parley.enrollment.Cohorts.openFor;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.Cohorts.request;
import static org.parley.enrollment.EnrollmentState.COMPLETED;
import static org.parley.enrollment.EnrollmentState.DECLINED;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.INCOMPLETE;
import static org.parley.enrollment.EnrollmentState.NO_SHOW;
import static org.parley.enrollment.EnrollmentState.REQUESTED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.EnrollmentState.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Amending, cancelling, approving, moving and making up. */
class LifeCycleTest {

    @Test
    void aDraftWithoutATrainerIsNotOpened() {
        var plan = planFor(1);
        var without = new TrainingPlan(plan.cohort(), 1, plan.days(), List.of(), plan.parts(), null, null);
        assertThat(draftOf(without).open()).isInstanceOf(Step.Impossible.class);
    }

    @Test
    void onlyADraftIsAmendedAndKeepsWhatItWasCreatedWith() {
        var amended = after(draftOf(planFor(1)).amend(planFor(2)));
        assertThat(amended.plan()).isEqualTo(planFor(2));
        assertThat(amended.asked()).isEqualTo(planFor(1));
        assertThat(openFor(1).amend(planFor(2))).isInstanceOf(Step.Impossible.class);
    }

    @Test
    void isCancelledFromAnyStateBeforeTheEndAndNobodyKeepsAPlace() {
        var running = attended(asked(1, 2), 1);
        assertThat(List.of(draftOf(planFor(1)), openFor(1), running))
                .allSatisfy(it -> assertThat(
                                after(it.cancel(CancelReason.WEATHER, NEXT)).state())
                        .isEqualTo(TrainingState.CANCELLED));
        var cancelled = after(running.cancel(CancelReason.WEATHER, NEXT));
        assertThat(states(cancelled)).containsExactly(INCOMPLETE, WITHDRAWN);
        assertThat(cancelled.roster())
                .extracting(Enrollment::reason)
                .containsExactly(null, Enrollment.TRAINING_CANCELLED);
        assertThat(after(cancelled.cancel(CancelReason.OPERATIONS, null))).isEqualTo(cancelled);
        assertThat(after(running.complete(ENDED)).cancel(CancelReason.WEATHER, null))
                .isInstanceOf(Step.Impossible.class);
    }

    @Test
    void whoAttendedBeforeACancellationMakesTheRestUpElsewhere() {
        var cancelled = after(attended(asked(1, 1), 2).cancel(CancelReason.VENUE_UNAVAILABLE, NEXT));
        var third = new AttendedDay(3, DATES.get(2).plusMonths(1), 8, NEXT);
        var fourth = new AttendedDay(4, DATES.get(3).plusMonths(1), 8, NEXT);

        var made = after(cancelled.makeUp(enrollmentOf(0), third));
        assertThat(states(made)).containsExactly(INCOMPLETE);
        assertThat(states(after(made.makeUp(enrollmentOf(0), fourth)))).containsExactly(COMPLETED);
    }

    @Test
    void aCancellationLeavesThoseAloneWhoWereOverAlready() {
        var left = after(asked(1, 1).withdraw(enrollmentOf(0), WithdrawReason.ILLNESS, NOBODY_ELSEWHERE));
        assertThat(after(left.cancel(CancelReason.WEATHER, null)).roster())
                .extracting(Enrollment::reason)
                .containsExactly("ILLNESS");
    }

    @Test
    void movesADayThatNobodyHasAttended() {
        var moved = after(asked(1, 1).reschedule(4, nineToFive(DATES.get(3).plusDays(1))));
        assertThat(moved.plan().days().get(3).date()).isEqualTo(DATES.get(3).plusDays(1));
        assertThat(after(moved.reschedule(4, nineToFive(DATES.get(3).plusDays(1)))))
                .isEqualTo(moved);
        assertThat(attended(asked(1, 1), 1)
                        .reschedule(1, nineToFive(DATES.get(0).minusDays(1))))
                .isInstanceOf(Step.Impossible.class);
        assertThat(attended(asked(1, 1), 1)
                        .reschedule(2, nineToFive(DATES.get(1).plusDays(1))))
                .isInstanceOf(Step.Taken.class);
    }

    @Test
    void keepsTheDaysInOrderWhenOneIsMoved() {
        assertThat(openFor(1).reschedule(2, nineToFive(DATES.get(2))))
                .isEqualTo(new Step.Invalid(List.of(new Breach("/date", "must be between the days beside it"))));
        assertThat(openFor(1).reschedule(3, nineToFive(DATES.get(1))))
                .isEqualTo(new Step.Invalid(List.of(new Breach("/date", "must be after the day before it"))));
        assertThat(openFor(1).reschedule(5, nineToFive(DATES.get(1)))).isInstanceOf(Step.Unknown.class);
    }

    @Test
    void whoAsksForThemselvesWaitsForAnApprovalAndKeepsTheirTime() {
        var own = request(0, "PCT-075", "BROOKLYN");
        var requested = after(openFor(1).enroll(List.of(own), Set.of(), ASKED, NOBODY_ELSEWHERE));
        var full = after(
                requested.enroll(List.of(request(1), request(2)), Set.of(), ASKED.plusSeconds(1), NOBODY_ELSEWHERE));
        assertThat(states(full)).containsExactly(REQUESTED, ENROLLED, WAITLISTED);

        var approved = after(full.approve(own.id(), NOBODY_ELSEWHERE));
        assertThat(states(approved)).containsExactly(WAITLISTED, ENROLLED, WAITLISTED);
        var freed = after(approved.withdraw(enrollmentOf(1), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(states(freed)).containsExactly(ENROLLED, WITHDRAWN, WAITLISTED);
        assertThat(after(freed.approve(own.id(), NOBODY_ELSEWHERE))).isEqualTo(freed);
    }

    @Test
    void anotherCommandsCommanderApprovesNothingByAskingForTheSameOfficer() {
        var own = request(0, "PCT-075", "BROOKLYN");
        var requested = after(openFor(1).enroll(List.of(own), Set.of(), ASKED, NOBODY_ELSEWHERE));
        var foreign = request(0, "PCT-001", "MANHATTAN").waitlist();
        var same = request(0, "PCT-075", "BROOKLYN").waitlist();

        assertThat(states(after(requested.enroll(List.of(foreign), Set.of(), ASKED, NOBODY_ELSEWHERE))))
                .containsExactly(REQUESTED);
        assertThat(states(after(requested.enroll(List.of(same), Set.of(), ASKED, NOBODY_ELSEWHERE))))
                .containsExactly(ENROLLED);
    }

    @Test
    void aRequestThatIsDeclinedStaysDeclined() {
        var own = request(0, "PCT-075", "BROOKLYN");
        var requested = after(openFor(1).enroll(List.of(own), Set.of(), ASKED, NOBODY_ELSEWHERE));
        var declined = after(requested.decline(own.id(), DeclineReason.STAFFING));
        assertThat(states(declined)).containsExactly(DECLINED);
        assertThat(declined.roster().getFirst().reason()).isEqualTo("STAFFING");
        assertThat(declined.approve(own.id(), NOBODY_ELSEWHERE)).isInstanceOf(Step.Impossible.class);
        assertThat(asked(1, 1).decline(enrollmentOf(0), DeclineReason.STAFFING)).isInstanceOf(Step.Impossible.class);
    }

    @Test
    void aCommandersRequestForWhoAskedAlreadyIsTheApproval() {
        var own = request(0, "PCT-075", "BROOKLYN");
        var requested = after(openFor(1).enroll(List.of(own), Set.of(), ASKED, NOBODY_ELSEWHERE));
        assertThat(states(after(requested.enroll(List.of(request(0)), Set.of(), ASKED, NOBODY_ELSEWHERE))))
                .containsExactly(ENROLLED);
    }

    @Test
    void theLineIsByTimeAlsoWhenClocksDiffer() {
        var late = after(openFor(1).enroll(List.of(request(0)), Set.of(), ASKED.plusSeconds(5), NOBODY_ELSEWHERE));
        var slow = after(late.enroll(List.of(request(1)), Set.of(), ASKED, NOBODY_ELSEWHERE));
        assertThat(slow.roster())
                .extracting(Enrollment::requestedAt)
                .containsExactly(ASKED.plusSeconds(5), ASKED.plusSeconds(5));
    }

    @Test
    void givesNoSeatBeforeItIsKnownThatTheOfficerHasNoneElsewhere() {
        assertThat(openFor(1).enroll(List.of(request(0)), Set.of(), ASKED, officer -> Standing.UNASKED))
                .isEqualTo(new Step.Unclaimed(Set.of(Cohorts.officer(0))));
        assertThat(after(openFor(1).enroll(List.of(request(0)), Set.of(), ASKED, officer -> Standing.ELSEWHERE))
                        .roster())
                .isEmpty();
    }

    @Test
    void whoHasASeatElsewhereGivesUpThePlaceWhenOneComesFree() {
        Standings elsewhere = officer -> officer.equals(Cohorts.officer(1)) ? Standing.ELSEWHERE : Standing.HERE;
        var freed = after(asked(1, 3).withdraw(enrollmentOf(0), WithdrawReason.DUTY, elsewhere));
        assertThat(states(freed)).containsExactly(WITHDRAWN, WITHDRAWN, ENROLLED);
        assertThat(freed.roster().get(1).reason()).isEqualTo(Enrollment.SEAT_ELSEWHERE);
    }

    @Test
    void whoIsTransferredStandsInTheOtherLineByTheFirstRequest() {
        var source = after(asked(1, 1).leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE));
        var leaver = source.roster().getFirst();
        assertThat(leaver.state()).isEqualTo(WITHDRAWN);
        assertThat(leaver.movedTo()).isEqualTo(NEXT);

        var later = List.of(request(5), request(6));
        var target = after(openFor(1).enroll(later, Set.of(), ASKED.plusSeconds(60), NOBODY_ELSEWHERE));
        var arrived = after(target.arrive(leaver.in(NEXT), NOBODY_ELSEWHERE));
        assertThat(arrived.roster())
                .extracting(Enrollment::officer)
                .containsExactly(Cohorts.officer(0), Cohorts.officer(5), Cohorts.officer(6));
        assertThat(states(arrived)).containsExactly(WAITLISTED, ENROLLED, WAITLISTED);
        assertThat(after(arrived.arrive(leaver.in(NEXT), NOBODY_ELSEWHERE))).isEqualTo(arrived);
        var freed = after(arrived.withdraw(request(5).id(), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(states(freed)).containsExactly(ENROLLED, WITHDRAWN, WAITLISTED);
    }

    @Test
    void aSeatThatIsLeftGoesToWhoHasWaitedLongest() {
        var left = after(asked(1, 2).leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE));
        assertThat(states(left)).containsExactly(WITHDRAWN, ENROLLED);
    }

    @Test
    void whoArrivesTooLateIsNotLost() {
        var moved = request(9).in(NEXT);
        var cancelled = after(openFor(1).cancel(CancelReason.WEATHER, null));
        assertThat(after(cancelled.arrive(moved, NOBODY_ELSEWHERE)).roster())
                .extracting(Enrollment::state, Enrollment::reason)
                .containsExactly(tuple(WITHDRAWN, Enrollment.TRAINING_CANCELLED));
        var over = after(attended(asked(1, 1), 4).complete(ENDED));
        assertThat(after(over.arrive(moved, NOBODY_ELSEWHERE)).of(moved.officer()))
                .get()
                .extracting(Enrollment::state, Enrollment::reason)
                .containsExactly(DECLINED, Enrollment.TRAINING_OVER);
    }

    @Test
    void whoLostThePlaceWithTheTrainingMayMoveOnceAndWhoLeftMayNot() {
        var cancelled = after(asked(1, 1).cancel(CancelReason.WEATHER, NEXT));
        var moved = after(cancelled.leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE));
        assertThat(moved.roster().getFirst().movedTo()).isEqualTo(NEXT);
        assertThat(after(moved.leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE))).isEqualTo(moved);
        assertThat(moved.leave(enrollmentOf(0), Cohorts.TRAINER, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
        var left = after(asked(1, 1).withdraw(enrollmentOf(0), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(left.leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE)).isInstanceOf(Step.Impossible.class);
        assertThat(attended(asked(1, 1), 1).leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
    }

    @Test
    void aMissedDayMadeUpElsewhereCompletesAlsoAfterTheEnd() {
        var ended = after(attended(asked(2, 2), 3, 0).complete(ENDED));
        assertThat(states(ended)).containsExactly(INCOMPLETE, NO_SHOW);

        var madeUp = after(ended.makeUp(enrollmentOf(0), elsewhere(4)));
        assertThat(states(madeUp)).containsExactly(COMPLETED, NO_SHOW);
        assertThat(madeUp.roster().getFirst().hours()).isEqualTo(32);

        var next = madeUp;
        for (var day = 1; day <= 4; day++) {
            assertThat(next.roster().get(1).state()).isEqualTo(day == 1 ? NO_SHOW : INCOMPLETE);
            next = after(next.makeUp(enrollmentOf(1), elsewhere(day)));
        }
        assertThat(states(next)).containsExactly(COMPLETED, COMPLETED);
        assertThat(after(next.makeUp(enrollmentOf(0), elsewhere(4)))).isEqualTo(next);
        assertThat(next.makeUp(enrollmentOf(0), elsewhere(3))).isInstanceOf(Step.Impossible.class);
    }

    @Test
    void aDayMadeUpCountsAtTheEndAndIsNotWipedOutByTheListOfTheDay() {
        var running = after(attended(asked(1, 1), 3).makeUp(enrollmentOf(0), elsewhere(4)));
        var listed = after(running.attend(DATES.get(3), List.of()));
        assertThat(states(after(listed.complete(ENDED)))).containsExactly(COMPLETED);
    }

    @Test
    void whatWasAttendedOrHasNotBegunIsNotMadeUp() {
        assertThat(attended(asked(1, 1), 1).makeUp(enrollmentOf(0), elsewhere(1)))
                .isInstanceOf(Step.Impossible.class);
        assertThat(asked(1, 1).makeUp(enrollmentOf(0), elsewhere(1))).isInstanceOf(Step.Impossible.class);
        assertThat(attended(asked(1, 2), 1).makeUp(enrollmentOf(1), elsewhere(1)))
                .isInstanceOf(Step.Impossible.class);
    }

    private static AttendedDay elsewhere(int day) {
        return new AttendedDay(day, DATES.get(day - 1).plusDays(28), 8, NEXT);
    }

    private static List<EnrollmentState> states(Training training) {
        return training.roster().stream().map(Enrollment::state).toList();
    }
}

package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.ENDED;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.TRAINING;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.asked;
import static org.parley.enrollment.Cohorts.attended;
import static org.parley.enrollment.Cohorts.draftOf;
import static org.parley.enrollment.Cohorts.enrollmentOf;
import static org.parley.enrollment.Cohorts.openFor;
import static org.parley.enrollment.Cohorts.planFor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.starter.outbox.Fact;

class TrainingFactsTest {

    private final TrainingFacts facts = new TrainingFacts(TRAINING, new Actor("coordinator", "coordinator"));

    @Test
    void tellOfATrainingWhenItOpens() {
        assertThat(told(draftOf(planFor(2)), openFor(2)))
                .containsExactly("org.parley.training.scheduled.v1 " + TRAINING);
    }

    @Test
    void tellOfSeatsAndNotOfTheWaitingList() {
        assertThat(told(openFor(1), asked(1, 2)))
                .containsExactly("org.parley.enrollment.enrolled.v1 " + enrollmentOf(0));
    }

    @Test
    void tellOfTheOneWhoLeftAndTheOneWhoMovedUp() {
        var before = asked(1, 2);
        assertThat(told(before, after(before.withdraw(enrollmentOf(0), WithdrawReason.DUTY, NOBODY_ELSEWHERE))))
                .containsExactly(
                        "org.parley.enrollment.withdrawn.v1 " + enrollmentOf(0),
                        "org.parley.enrollment.enrolled.v1 " + enrollmentOf(1));
    }

    @Test
    void tellOfTheTrainingAndOfWhoCompletedIt() {
        var before = attended(asked(2, 3), 4, 2);
        assertThat(told(before, after(before.complete(ENDED))))
                .containsExactly(
                        "org.parley.training.completed.v1 " + TRAINING,
                        "org.parley.enrollment.completed.v1 " + enrollmentOf(0),
                        "org.parley.enrollment.ended.v1 " + enrollmentOf(1));
    }

    @Test
    void tellNothingOfAttendance() {
        var before = asked(2, 2);
        assertThat(told(before, attended(before, 4, 2))).isEmpty();
    }

    @Test
    void tellOfACancellationAndOfEverybodyWhoLosesTheirPlace() {
        var before = asked(1, 2);
        assertThat(told(before, after(before.cancel(CancelReason.WEATHER, null))))
                .containsExactly(
                        "org.parley.training.cancelled.v1 " + TRAINING,
                        "org.parley.enrollment.withdrawn.v1 " + enrollmentOf(0),
                        "org.parley.enrollment.withdrawn.v1 " + enrollmentOf(1));
    }

    @Test
    void tellOfADayThatWasMoved() {
        var before = asked(1, 1);
        var later = Cohorts.nineToFive(Cohorts.DATES.get(3).plusDays(1));
        assertThat(told(before, after(before.reschedule(4, later))))
                .containsExactly("org.parley.training.rescheduled.v1 " + TRAINING);
    }

    @Test
    void tellOfTheCountsAndOfWhoCompletesByMakingUpADay() {
        var before = after(attended(asked(2, 2), 4, 3).complete(ENDED));
        var madeUp = new AttendedDay(4, Cohorts.DATES.get(3).plusDays(28), 8, Cohorts.NEXT);
        assertThat(told(before, after(before.makeUp(enrollmentOf(1), madeUp))))
                .containsExactly(
                        "org.parley.training.amended.v1 " + TRAINING,
                        "org.parley.enrollment.completed.v1 " + enrollmentOf(1));
    }

    private List<String> told(Training before, Training after) {
        return facts.between(before, after).stream()
                .map((Fact fact) -> fact.type() + " " + fact.subject())
                .toList();
    }
}

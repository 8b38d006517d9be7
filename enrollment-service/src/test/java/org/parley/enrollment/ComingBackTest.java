package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.enrollment.Cohorts.ASKED;
import static org.parley.enrollment.Cohorts.ENDED;
import static org.parley.enrollment.Cohorts.NEXT;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.TRAINING;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.asked;
import static org.parley.enrollment.Cohorts.attended;
import static org.parley.enrollment.Cohorts.enrollmentOf;
import static org.parley.enrollment.Cohorts.officer;
import static org.parley.enrollment.Cohorts.openFor;
import static org.parley.enrollment.Cohorts.request;
import static org.parley.enrollment.EnrollmentState.DECLINED;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.REQUESTED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.EnrollmentState.WITHDRAWN;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.starter.outbox.Fact;

/** Who withdrew, was declined or was transferred asks again. */
class ComingBackTest {

    private static final Instant LATER = ASKED.plusSeconds(60);
    private static final Actor COORDINATOR = new Actor("coordinator", "coordinator");

    @Test
    void standsAtTheEndOfTheLineByTheNewRequest() {
        var left = left(asked(1, 3), 0);
        assertThat(officers(left)).containsExactly(0, 1, 2);

        var back = again(left, request(0));
        assertThat(officers(back)).containsExactly(1, 2, 0);
        assertThat(states(back)).containsExactly(ENROLLED, WAITLISTED, WAITLISTED);
        assertThat(back.roster()).extracting(Enrollment::requestedAt).containsExactly(ASKED, ASKED, LATER);
        assertThat(back.of(officer(0)).orElseThrow().reason()).isNull();
    }

    @Test
    void hasASeatWhereOneIsFreeAndNeedsItsApprovalAsBefore() {
        assertThat(states(again(left(asked(2, 1), 0), request(0)))).containsExactly(ENROLLED);

        var own = request(0, "PCT-075", "BROOKLYN");
        var declined = after(after(openFor(1).enroll(List.of(own), Set.of(), ASKED, NOBODY_ELSEWHERE))
                .decline(own.id(), DeclineReason.STAFFING));
        assertThat(states(declined)).containsExactly(DECLINED);
        var back = again(declined, own);
        assertThat(states(back)).containsExactly(REQUESTED);
        assertThat(states(after(back.approve(own.id(), NOBODY_ELSEWHERE)))).containsExactly(ENROLLED);
    }

    @Test
    void isUnderTheCommandOfTheNewRequest() {
        var moved = request(0, "PCT-001", "MANHATTAN").waitlist();
        assertThat(again(left(asked(1, 1), 0), moved).roster())
                .extracting(Enrollment::command, Enrollment::borough)
                .containsExactly(tuple("PCT-001", "MANHATTAN"));
    }

    @Test
    void isNoLongerMovedToAnotherTraining() {
        var moved = after(asked(1, 1).leave(enrollmentOf(0), NEXT, NOBODY_ELSEWHERE));
        var back = again(moved, request(0)).roster().getFirst();
        assertThat(back.state()).isEqualTo(ENROLLED);
        assertThat(back.movedTo()).isNull();
    }

    @Test
    void doesNotHappenUnaskedNorWithASeatElsewhere() {
        var left = left(asked(1, 2), 0);
        assertThat(after(left.enroll(List.of(request(0)), Set.of(officer(1)), LATER, NOBODY_ELSEWHERE)))
                .isEqualTo(left);
        assertThat(after(left.enroll(List.of(request(0)), Set.of(officer(0)), LATER, officer -> Standing.ELSEWHERE)))
                .isEqualTo(left);
    }

    @Test
    void changesNothingForWhoHasNotLeft() {
        var full = asked(1, 2);
        assertThat(after(full.enroll(
                        List.of(request(0), request(1)), Set.of(officer(0), officer(1)), LATER, NOBODY_ELSEWHERE)))
                .isEqualTo(full);
    }

    @Test
    void isPossibleOnlyWhileTheTrainingIsOpen() {
        var running = attended(asked(2, 2), 1, 0);
        var left = after(running.withdraw(enrollmentOf(1), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(left.enroll(List.of(request(1)), Set.of(officer(1)), LATER, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
        assertThat(after(left.complete(ENDED)).enroll(List.of(request(1)), Set.of(officer(1)), LATER, NOBODY_ELSEWHERE))
                .isInstanceOf(Step.Impossible.class);
    }

    @Test
    void takesNoPlaceOnAFullRosterFromAnybody() {
        var many = IntStream.range(0, Training.LONGEST_ROSTER)
                .mapToObj(Cohorts::request)
                .toList();
        var left = left(after(openFor(2).enroll(many, Set.of(), ASKED, NOBODY_ELSEWHERE)), 5);
        var newcomer = request(Training.LONGEST_ROSTER);

        var back = after(left.enroll(List.of(newcomer, request(5)), Set.of(officer(5)), LATER, NOBODY_ELSEWHERE));
        assertThat(back.roster()).hasSize(Training.LONGEST_ROSTER);
        assertThat(back.roster().getLast().officer()).isEqualTo(officer(5));
        assertThat(back.of(newcomer.officer())).isEmpty();
    }

    @Test
    void isToldAsASeatAnewAndItsHistoryGoesOn() {
        var histories = new Histories(COORDINATOR, LATER);
        var before = histories.recorded(asked(1, 1), left(asked(1, 1), 0));
        var back = histories.recorded(before, again(before, request(0)));

        assertThat(told(before, back)).containsExactly("org.parley.enrollment.enrolled.v1 " + enrollmentOf(0));
        assertThat(back.roster().getFirst().history())
                .extracting(HistoryEntry::state)
                .containsExactly(WITHDRAWN, ENROLLED);
        assertThat(told(back, left(back, 0))).containsExactly("org.parley.enrollment.withdrawn.v1 " + enrollmentOf(0));
    }

    private static List<String> told(Training before, Training after) {
        return new TrainingFacts(TRAINING, COORDINATOR)
                .between(before, after).stream()
                        .map((Fact fact) -> fact.type() + " " + fact.subject())
                        .toList();
    }

    private static Training left(Training training, int officer) {
        return after(training.withdraw(enrollmentOf(officer), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
    }

    private static Training again(Training training, Enrollment request) {
        Set<UUID> whose = Set.of(request.officer());
        return after(training.enroll(List.of(request), whose, LATER, NOBODY_ELSEWHERE));
    }

    private static List<Integer> officers(Training training) {
        return training.roster().stream()
                .map(it -> IntStream.range(0, training.roster().size())
                        .filter(number -> officer(number).equals(it.officer()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static List<EnrollmentState> states(Training training) {
        return training.roster().stream().map(Enrollment::state).toList();
    }
}

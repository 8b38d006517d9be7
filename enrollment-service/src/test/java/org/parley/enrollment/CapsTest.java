package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.ASKED;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.enrollmentOf;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.Cohorts.request;
import static org.parley.enrollment.Cohorts.withCaps;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.EnrollmentState.WITHDRAWN;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapsTest {

    private final Enrollment first = request(0, "PCT-075", "BROOKLYN").waitlist();
    private final Enrollment sameCommand = request(1, "PCT-075", "BROOKLYN").waitlist();
    private final Enrollment sameBorough = request(2, "PCT-060", "BROOKLYN").waitlist();
    private final Enrollment other = request(3, "PCT-103", "QUEENS").waitlist();
    private final Enrollment last = request(4, "PCT-120", "STATEN_ISLAND").waitlist();

    @Test
    void keepACommandFromMoreSeatsThanItMayHave() {
        var training = asked(4, 1, null, first, sameCommand, sameBorough, other);
        assertThat(states(training)).containsExactly(ENROLLED, WAITLISTED, ENROLLED, ENROLLED);
        assertThat(waits(training)).containsExactly(null, WaitsFor.COMMAND_CAP, null, null);
    }

    @Test
    void keepABoroughFromMoreSeatsThanItMayHave() {
        var training = asked(4, null, 1, first, sameCommand, sameBorough, other);
        assertThat(states(training)).containsExactly(ENROLLED, WAITLISTED, WAITLISTED, ENROLLED);
        assertThat(waits(training)).containsExactly(null, WaitsFor.BOROUGH_CAP, WaitsFor.BOROUGH_CAP, null);
    }

    @Test
    void areNamedBeforeTheWantOfSeats() {
        var training = asked(1, 1, null, first, sameCommand, sameBorough);
        assertThat(waits(training)).containsExactly(null, WaitsFor.COMMAND_CAP, WaitsFor.SEAT);
    }

    @Test
    void letTheEarliestMoveUpWhoseCapAllowsIt() {
        var full = asked(2, 1, null, first, other, sameCommand, sameBorough, last);
        assertThat(states(full)).containsExactly(ENROLLED, ENROLLED, WAITLISTED, WAITLISTED, WAITLISTED);

        var otherLeft = after(full.withdraw(enrollmentOf(3), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(states(otherLeft)).containsExactly(ENROLLED, WITHDRAWN, WAITLISTED, ENROLLED, WAITLISTED);

        var firstLeft = after(otherLeft.withdraw(enrollmentOf(0), WithdrawReason.DUTY, NOBODY_ELSEWHERE));
        assertThat(states(firstLeft)).containsExactly(WITHDRAWN, WITHDRAWN, ENROLLED, ENROLLED, WAITLISTED);
    }

    private static Training asked(
            int capacity, @Nullable Integer perCommand, @Nullable Integer perBorough, Enrollment... requests) {
        var open = Cohorts.open(withCaps(planFor(capacity), perCommand, perBorough));
        return after(open.enroll(List.of(requests), Set.of(), ASKED, NOBODY_ELSEWHERE));
    }

    private static List<EnrollmentState> states(Training training) {
        return training.roster().stream().map(Enrollment::state).toList();
    }

    private static Stream<@Nullable WaitsFor> waits(Training training) {
        var waiting = training.waiting();
        return training.roster().stream().map(waiting::of);
    }
}

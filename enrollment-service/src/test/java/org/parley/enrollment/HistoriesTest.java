package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.ASKED;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.asked;
import static org.parley.enrollment.Cohorts.enrollmentOf;
import static org.parley.enrollment.Cohorts.officer;
import static org.parley.enrollment.Cohorts.openFor;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    private static final Actor COORDINATOR = new Actor("coordinator", "coordinator");

    private final Histories histories = new Histories(COORDINATOR, ASKED);

    @Test
    void sayWhoDidWhatWhenAndWhy() {
        var before = asked(1, 2);
        var after = recorded(before, after(before.withdraw(enrollmentOf(0), WithdrawReason.ILLNESS, NOBODY_ELSEWHERE)));
        assertThat(after.roster().get(0).history())
                .containsExactly(
                        new HistoryEntry(ASKED, COORDINATOR, EnrollmentState.WITHDRAWN, "ILLNESS", null, null));
        assertThat(after.roster().get(1).history())
                .containsExactly(new HistoryEntry(ASKED, COORDINATOR, EnrollmentState.ENROLLED, null, null, null));
    }

    @Test
    void beginWithTheRequest() {
        assertThat(recorded(openFor(1), asked(1, 2)).roster().get(1).history())
                .extracting(HistoryEntry::state)
                .containsExactly(EnrollmentState.WAITLISTED);
    }

    @Test
    void keepTheHoursThatWereCorrected() {
        var first = after(asked(1, 1).attend(DATES.get(0), List.of(new Attendee(officer(0), 8))));
        var corrected = after(first.attend(DATES.get(0), List.of(new Attendee(officer(0), 7.5))));
        assertThat(recorded(first, corrected).roster().getFirst().history())
                .extracting(HistoryEntry::attendance)
                .containsExactly(new HistoryEntry.Correction(1, 8, 7.5, null));
        var taken = after(corrected.attend(DATES.get(0), List.of()));
        assertThat(recorded(corrected, taken).roster().getFirst().history())
                .extracting(HistoryEntry::attendance)
                .containsExactly(new HistoryEntry.Correction(1, 7.5, 0, null));
    }

    private Training recorded(Training before, Training after) {
        return histories.recorded(before, after);
    }
}

package org.parley.faults.check;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import tools.jackson.databind.node.ObjectNode;

class AcknowledgedAttendanceTest {

    private static final String RULE = "acknowledged-attendance";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final String training = run.training.id();
    private final String bob = run.training.enrollment("Bob");
    private final String cem = run.training.enrollment("Cem");
    private final String dee = run.training.enrollment("Dee");

    /** Otherwise than it was; what is told of it agrees. */
    private void ends(String officer, String state) {
        story.changeSeat(training, officer, state);
        story.changeData(
                "enrollment.ended",
                run.training.enrollment(officer),
                data -> data.withObject("enrollment").put("state", state));
    }

    @Test
    void seesACompletionWithoutAllDays() {
        story.changeSeat(training, "Cem", "COMPLETED");
        run.isSeenBy(RULE, cem, "is COMPLETED");
    }

    @Test
    void missesACompletionWithAllDays() {
        story.changeSeat(training, "Bob", "INCOMPLETE");
        run.isSeenBy(RULE, bob, "is INCOMPLETE");
    }

    @Test
    void seesAttendanceThatWasForgotten() {
        ends("Cem", "NO_SHOW");
        run.isSeenOnlyBy(RULE, cem, "is NO_SHOW");
    }

    @Test
    void knowsThatALaterListReplacesAnEarlierOne() {
        ends("Dee", "INCOMPLETE");
        run.isSeenOnlyBy(RULE, dee, "is INCOMPLETE");
    }

    @Test
    void seesOtherHours() {
        story.changeData(
                "enrollment.completed", bob, data -> ((ObjectNode) data.at("/enrollment/days/2")).put("hours", 7));
        run.isSeenOnlyBy(RULE, bob, "other hours on 2026-07-14");
    }

    @Test
    void seesOtherDays() {
        story.changeData(
                "enrollment.completed",
                bob,
                data -> data.withObject("enrollment").withArray("days").remove(0));
        run.isSeenOnlyBy(RULE, bob, "other days");
    }

    /** The first list of the first day, which names her, may then have come after the second one. */
    @Test
    void acceptsEitherWhereListsWereUnderwayTogether() {
        var days = new ArrayList<String>();
        story.change(Deed.RECORD_ATTENDANCE, training, asked -> {
            days.add(asked.id());
            return days.size() == 1 ? Story.with(asked, asked.body(), 2, Told.DONE, asked.answer()) : asked;
        });
        run.isRight();
        ends("Dee", "INCOMPLETE");
        run.isRight();
        ends("Cem", "NO_SHOW");
        run.isSeenOnlyBy(RULE, cem);
    }

    @Test
    void acceptsEitherWhereNothingWasAnswered() {
        story.changeTold(Deed.RECORD_ATTENDANCE, training, Told.UNCERTAIN);
        run.isRight();
        ends("Cem", "NO_SHOW");
        run.isRight();
    }
}

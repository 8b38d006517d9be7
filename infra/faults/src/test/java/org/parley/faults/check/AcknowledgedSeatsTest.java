package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.TrainingFound.Seat;
import tools.jackson.databind.node.ObjectNode;

class AcknowledgedSeatsTest {

    private static final String RULE = "acknowledged-seats";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final String later = run.later.id();
    private final String fay = run.later.enrollment("Fay");
    private final String gus = run.later.enrollment("Gus");

    @Test
    void missesAnOfficerWhoWaits() {
        story.changeRoster(
                later, roster -> roster.removeIf(seat -> seat.enrollment().equals(gus)));
        run.isSeenOnlyBy(RULE, gus, "not on the roster");
    }

    @Test
    void seesASeatThatWasTakenAway() {
        story.changeSeat(later, "Fay", "WAITLISTED");
        run.isSeenBy(RULE, fay, "was answered ENROLLED and is WAITLISTED");
    }

    @Test
    void seesSomebodyElseInTheSeat() {
        story.changeSeat(later, "Gus", seat -> new Seat(seat.enrollment(), Story.id("somebody"), seat.state()));
        run.isSeenBy(RULE, gus, "another officer");
    }

    @Test
    void missesTheEventOfASeat() {
        story.remove("enrollment.enrolled", fay);
        run.isSeenBy(RULE, fay, "was answered ENROLLED, and no event");
    }

    @Test
    void seesAnAnswerAboutOthers() {
        story.change(Deed.REQUEST_SEATS, later, asked -> {
            var answer = (ObjectNode) asked.answer().deepCopy();
            answer.withArray("results").remove(0);
            return Story.with(asked, asked.body(), 1, asked.told(), answer);
        });
        run.isSeenOnlyBy(RULE, later, "other officers than the request");
    }

    @Test
    void missesAWithdrawal() {
        story.changeSeat(run.training.id(), "Ann", "NO_SHOW");
        run.isSeenBy(RULE, "Withdrawal of enrollment " + run.training.enrollment("Ann"), "[NO_SHOW]");
    }

    @Test
    void missesTheEventOfAWithdrawal() {
        story.remove("enrollment.withdrawn", run.training.enrollment("Ann"));
        run.isSeenBy(RULE, "Withdrawal of enrollment " + run.training.enrollment("Ann"), "no event");
    }

    @Test
    void seesAStateThatDoesNotFitTheTraining() {
        story.changeSeat(run.training.id(), "Eva", "WAITLISTED");
        run.isSeenBy(RULE, run.training.enrollment("Eva"), "is WAITLISTED", "is COMPLETED");
    }
}

package org.parley.faults.check;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.TrainingFound.Seat;

class SeatsTest {

    private static final String RULE = "seats";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final String training = run.training.id();
    private final String later = run.later.id();

    @Test
    void seesMoreOfficersThanSeatsOnTheRoster() {
        story.changeSeat(later, "Gus", "ENROLLED");
        run.isSeenBy(RULE, "Training " + later, "1 seats and 2 officers");
    }

    /** At the end all is well. */
    @Test
    void seesMoreOfficersThanSeatsForAWhile() {
        story.replace(
                "enrollment.withdrawn",
                run.training.enrollment("Ann"),
                event -> Story.with(event, event.sequence(), event.time().plusMillis(1), event.data()));
        run.isSeenOnlyBy(RULE, "Training " + training, "4 officers in 3 seats");
    }

    @Test
    void takesWhoLeavesAndWhoComesTogether() {
        var withdrawn = story.events.indexOf(story.event("enrollment.withdrawn", run.training.enrollment("Ann")));
        Collections.swap(story.events, withdrawn, withdrawn + 1);
        run.isRight();
    }

    @Test
    void seesMoreOfficersThanSeatsInWhatIsTold() {
        story.changeData(
                "training.completed",
                training,
                data -> data.withObject("training").put("enrolled", 4));
        // the figures, in which seats filled are counted, see it, too
        run.isSeenBy(RULE, training + ":2", "more officers than seats");
    }

    @Test
    void seesAnOfficerTwice() {
        story.changeRoster(
                later,
                roster -> roster.add(new Seat(Story.id("once more"), TrainingStory.officer("Gus"), "WAITLISTED")));
        run.isSeenOnlyBy(RULE, Story.id("once more"), "second one in training " + later);
    }

    @Test
    void seesAnOfficerInTwoTrainingsAtOnce() {
        var third = TrainingStory.creates(story, "2026-10", 2);
        third.opens();
        third.asks("Fay");
        third.isFound();
        story.counted();
        run.isSeenOnlyBy("one-seat-each", third.enrollment("Fay"), "a seat in training " + later);
    }

    @Test
    void acceptsAnOfficerWhoHadCompletedAnother() {
        var third = TrainingStory.creates(story, "2026-10", 2);
        third.opens();
        third.asks("Cem", "Ann");
        third.isFound();
        story.counted();
        run.isRight();
    }

    @Test
    void seesWhoHasOvertakenTheLine() {
        story.changeRoster(later, roster -> Collections.swap(roster, 0, 1));
        run.isSeenOnlyBy(RULE, run.later.enrollment("Fay"), "overtaken");
    }
}

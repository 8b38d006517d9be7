package org.parley.faults.check;

import org.junit.jupiter.api.Test;

class WorklistTest {

    private static final String RULE = "worklist";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesAReferralThatNobodyHas() {
        story.worklist.remove(run.declined);
        run.isSeenOnlyBy(RULE, run.declined + " is UNPLACED", "no coordinator");
    }

    @Test
    void seesAReferralThatNeedsNobody() {
        story.worklist.add(run.open);
        run.isSeenOnlyBy(RULE, run.open + " is OFFERED", "a coordinator is shown it");
    }

    @Test
    void seesAReferralThatThereIsNot() {
        story.worklist.add(Story.id("somebody"));
        run.isSeenOnlyBy(RULE, Story.id("somebody"), "which there is not");
    }

    @Test
    void missesAReferralThatItsCenterLetsLie() {
        var referrals = new ReferralStory(story);
        var detours = new DetourStory(story, referrals);
        var id = referrals.posts("precinct-040", "r-forgotten", "cms");
        referrals.accepts("cms", id);
        detours.isOverdue(id);
        story.counted();
        run.isRight();
        detours.isOverdue(id);
        story.counted();
        run.isRight();
        story.worklist.remove(id);
        run.isSeenOnlyBy(RULE, id + " is ACCEPTED", "no coordinator");
    }
}

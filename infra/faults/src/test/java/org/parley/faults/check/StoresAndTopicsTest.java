package org.parley.faults.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import org.parley.faults.history.TrainingFound;

class StoresAndTopicsTest {

    private static final String RULE = "stores-and-topics";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    /** Whoever did not learn that it was done misses nothing, and the numbers have no gap. */
    @Test
    void missesTheLastEventOfAReferral() {
        story.changeTold(Deed.CLOSE, run.closed, Told.UNCERTAIN);
        story.remove("referral.closed", run.closed);
        story.counted();
        run.isSeenOnlyBy(RULE, run.closed, "another state than was told");
    }

    @Test
    void missesTheOnlyEventOfALog() {
        story.changeTold(Deed.LOG_MICRO_INTERVENTION, run.microIntervention, Told.UNCERTAIN);
        story.remove("micro-intervention.logged", run.microIntervention);
        story.counted();
        run.isSeenOnlyBy(RULE, run.microIntervention, "is stored, and no event tells of it");
    }

    @Test
    void missesACertificateThatIsToldOf() {
        story.stored.get("certificates").clear();
        run.isSeenOnlyBy(RULE, "certificate", "is told of and not stored");
    }

    @Test
    void missesAReferralThatIsToldOf() {
        story.changeTold(Deed.SEND_REFERRAL, "r-declined", Told.UNCERTAIN);
        story.stored.get("referrals").remove(run.declined);
        run.isSeenOnlyBy(RULE, run.declined, "is told of and not stored");
    }

    @Test
    void seesAnotherOpenOfferThanWasTold() {
        Story.change(story.referrals, "r-open", view -> view.put("offeredTo", "cms"));
        run.isSeenOnlyBy(RULE, run.open, "another open offer");
    }

    @Test
    void seesAnotherResolutionThanWasTold() {
        Story.change(story.referrals, "r-mediated", view -> view.put("resolution", "WHOLE"));
        run.isSeenOnlyBy(RULE, run.mediated, "another resolution");
    }

    @Test
    void seesATrainingThatWasToldToBeElsewhere() {
        story.remove("training.scheduled", run.later.id());
        run.isSeenBy(RULE, run.later.id(), "is OPEN and was told to be ");
    }

    @Test
    void acceptsADraftOfWhichNothingIsTold() {
        story.asks("coordinator", Deed.CREATE_TRAINING, "draft", Story.json("{'capacity': 7}"), Told.UNCERTAIN);
        var id = Story.id("draft");
        story.stores("trainings", id);
        story.trainings.add(new TrainingFound(id, "DRAFT", 7, List.of()));
        run.isRight();
    }

    @Test
    void missesTheEndOfWhoeverNeverCame() {
        story.remove("enrollment.ended", run.training.enrollment("Dee"));
        run.isSeenOnlyBy(RULE, run.training.enrollment("Dee"), "is NO_SHOW and was told to be ENROLLED");
    }

    @Test
    void missesTheSeatOfWhoeverMovedUp() {
        var next = TrainingStory.creates(story, "2026-11", 1);
        next.opens();
        next.asks("Kai", "Lea");
        next.withdraws("Kai", "Lea");
        next.isFound();
        story.counted();
        run.isRight();
        story.remove("enrollment.enrolled", next.enrollment("Lea"));
        run.isSeenOnlyBy(RULE, next.enrollment("Lea"), "is ENROLLED and was told to be ");
    }

    @Test
    void missesAnEnrollmentThatIsToldOf() {
        story.changeTold(Deed.REQUEST_SEATS, run.later.id(), Told.UNCERTAIN);
        story.changeRoster(run.later.id(), List::clear);
        run.isSeenOnlyBy(RULE, run.later.enrollment("Fay"), "not on the roster");
    }

    @Test
    void seesALogThatIsShownOtherwiseThanItIsTold() {
        Story.change(story.logs, run.session, log -> log.put("certificate", "VALID"));
        run.isSeenOnlyBy(RULE, run.session, "shown otherwise");
    }
}

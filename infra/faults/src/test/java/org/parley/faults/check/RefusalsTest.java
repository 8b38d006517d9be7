package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;

class RefusalsTest {

    private static final String RULE = "refusals";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void acceptsWhatTheDomainRefuses() {
        isRefused("precinct-075", Deed.AMEND_REFERRAL, run.closed, "referral-taken");
        isRefused("precinct-075", Deed.AMEND_REFERRAL, run.stopped, "referral-over");
        isRefused("center-imcr", Deed.CONTACT, run.open, "not-accepted");
        isRefused("center-nypi", Deed.TRANSFER, run.mediated, "not-transferable");
        isRefused("coordinator", Deed.PLACE, run.open, "not-unplaced");
        run.isRight();
    }

    @Test
    void seesAFailureThatCallsItselfARefusal() {
        isRefused("center-imcr", Deed.HOLD, run.open, "invalid-field");
        run.isSeenOnlyBy(RULE, "HOLD of referral " + run.open, "409 invalid-field");
    }

    @Test
    void seesTheSameAfterAnAttemptWithoutAnAnswer() {
        isRefused("center-imcr", Deed.HOLD, run.open, "not-found");
        story.changeTold(Deed.HOLD, run.open, Told.UNCERTAIN);
        run.isSeenOnlyBy(RULE, "HOLD of referral " + run.open, "409 not-found");
    }

    @Test
    void seesARefusalWithoutAConflict() {
        var asked = isRefused("center-imcr", Deed.HOLD, run.open, "not-accepted");
        story.history.set(story.history.indexOf(asked), with(asked, 422));
        run.isSeenOnlyBy(RULE, "HOLD of referral " + run.open, "422 not-accepted");
    }

    @Test
    void acceptsWhoGaveUpWithoutAToken() {
        var asked = isRefused("center-imcr", Deed.HOLD, run.open, "unauthorized");
        story.history.set(story.history.indexOf(asked), with(asked, 401));
        run.isRight();
    }

    @Test
    void seesThatAnOpenReferralIsCalledOver() {
        isRefused("precinct-040", Deed.ENTER_IN_ERROR, run.open, "referral-over");
        run.isSeenOnlyBy(RULE, "ENTER_IN_ERROR of referral " + run.open, "had not come to");
    }

    @Test
    void seesThatAnOpenOfferIsCalledOver() {
        isRefused("center-imcr", Deed.ACCEPT, run.open, "offer-over");
        run.isSeenOnlyBy(RULE, "ACCEPT of referral " + run.open, "had not come to");
    }

    @Test
    void seesThatWhatWasNotScheduledCouldNotBeGivenBack() {
        isRefused("center-imcr", Deed.TRANSFER, run.closed, "not-transferable");
        run.isSeenOnlyBy(RULE, "TRANSFER of referral " + run.closed, "had not come to");
    }

    @Test
    void seesThatSomethingWasHeldThatNeverWas() {
        isRefused("center-nypi", Deed.SCHEDULE, run.mediated, "on-hold");
        run.isSeenOnlyBy(RULE, "SCHEDULE of referral " + run.mediated, "had not come to");
    }

    @Test
    void seesARefusalBeforeItsCause() {
        var asked = isRefused("precinct-040", Deed.ENTER_IN_ERROR, run.closed, "referral-over");
        run.isRight();
        var before = story.event("referral.closed", run.closed).time().minusSeconds(2);
        story.history.set(
                story.history.indexOf(asked),
                new Asked(
                        asked.id(),
                        asked.client(),
                        asked.deed(),
                        asked.subject(),
                        asked.body(),
                        before,
                        before,
                        1,
                        asked.told(),
                        asked.status(),
                        asked.answer()));
        run.isSeenOnlyBy(RULE, "ENTER_IN_ERROR of referral " + run.closed, "had not come to");
    }

    private Asked isRefused(String client, Deed deed, String referral, String problem) {
        return story.isRefused(client, deed, referral, Story.json("{}"), problem);
    }

    private static Asked with(Asked asked, int status) {
        return new Asked(
                asked.id(),
                asked.client(),
                asked.deed(),
                asked.subject(),
                asked.body(),
                asked.began(),
                asked.ended(),
                1,
                status == 401 ? Told.UNCERTAIN : asked.told(),
                status,
                asked.answer());
    }
}

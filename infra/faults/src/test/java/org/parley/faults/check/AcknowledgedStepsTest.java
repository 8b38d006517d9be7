package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import tools.jackson.databind.node.ObjectNode;

class AcknowledgedStepsTest {

    private static final String RULE = "acknowledged-steps";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesAnAcceptance() {
        story.remove("referral.accepted", run.closed);
        run.isSeenBy(RULE, "ACCEPT of referral " + run.closed);
    }

    @Test
    void seesAnAcceptanceByAnotherCenter() {
        story.changeData(
                "referral.accepted",
                run.closed,
                data -> data.withObject("referral").put("center", "cms"));
        run.isSeenBy(RULE, "ACCEPT of referral " + run.closed);
    }

    @Test
    void seesAnAcceptanceAtAnotherTimeThanAnswered() {
        story.changeData(
                "referral.accepted",
                run.closed,
                data -> data.withObject("referral").put("acceptedAt", "2026-11-23T15:01:00Z"));
        run.isSeenOnlyBy(RULE, "ACCEPT of referral " + run.closed);
    }

    @Test
    void seesADeclineWithAnotherReason() {
        story.changeData("referral.declined", run.declined, data -> data.put("reason", "LANGUAGE"));
        run.isSeenBy(RULE, "DECLINE of referral " + run.declined);
    }

    @Test
    void seesADeclineOfAnotherCenter() {
        story.changeData("referral.declined", run.declined, data -> offer(data).put("center", "cms"));
        run.isSeenBy(RULE, "DECLINE of referral " + run.declined);
    }

    @Test
    void seesADeclineThatLeavesTheOfferOpen() {
        story.changeData("referral.declined", run.declined, data -> offer(data).put("state", "PENDING"));
        run.isSeenBy(RULE, "DECLINE of referral " + run.declined);
        run.isSeenBy("courses", "declined of " + run.declined);
    }

    @Test
    void seesADeclineWhoseOfferSaysAnotherReason() {
        story.changeData("referral.declined", run.declined, data -> offer(data).put("reason", "LANGUAGE"));
        run.isSeenBy(RULE, "DECLINE of referral " + run.declined);
    }

    @Test
    void seesAClosingByAnotherCenter() {
        story.changeData(
                "referral.closed",
                run.closed,
                data -> data.withObject("referral").put("center", "cms"));
        run.isSeenBy(RULE, "CLOSE of referral " + run.closed);
    }

    @Test
    void seesAnotherAppointment() {
        story.changeData(
                "referral.scheduled",
                run.mediated,
                data -> data.withObject("referral").put("scheduledFor", "2026-12-02T15:00:00Z"));
        run.isSeenBy(RULE, "SCHEDULE of referral " + run.mediated);
    }

    @Test
    void missesAClosing() {
        story.remove("referral.closed", run.closed);
        run.isSeenBy(RULE, "CLOSE of referral " + run.closed);
    }

    @Test
    void missesAWithdrawal() {
        story.remove("referral.withdrawn", run.withdrawn);
        run.isSeenBy(RULE, "WITHDRAW_REFERRAL of referral " + run.withdrawn);
    }

    @Test
    void letsTheSecondWhoWithdrawsBeAnsweredAsTheFirst() {
        story.asks(
                "precinct-075",
                Deed.WITHDRAW_REFERRAL,
                run.withdrawn,
                Story.json("{'reason': 'SAFETY'}"),
                Story.json("{}"));
        run.isRight();
    }

    @Test
    void doesNotMissWhatWasNeverAcknowledged() {
        story.asks("center-imcr", Deed.ACCEPT, run.open, Story.json("{}"), Told.UNCERTAIN);
        run.isRight();
    }

    private static ObjectNode offer(ObjectNode data) {
        return (ObjectNode) data.at("/referral/offers/0");
    }
}

package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CoursesTest {

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void seesTwoOpenOffers() {
        story.changeData(
                "referral.offered",
                run.open,
                data -> data.withObject("referral")
                        .withArray("offers")
                        .addObject()
                        .put("number", 2)
                        .put("center", "cms")
                        .put("state", "PENDING"));
        run.isSeenBy("open-offers", "offered of " + run.open, "2 open offers");
        run.isSeenBy("courses", "offered of " + run.open);
    }

    @Test
    void seesAnOpenOfferOfWhatACenterHas() {
        story.changeData(
                "referral.accepted",
                run.closed,
                data -> ((ObjectNode) data.at("/referral/offers/0")).put("state", "PENDING"));
        run.isSeenBy("open-offers", "accepted of " + run.closed, "imcr has the referral");
    }

    @Test
    void seesThatSomethingGoesOnAfterTheEnd() {
        var accepted = story.event("referral.accepted", run.withdrawn).data();
        story.tells("referral.accepted", run.withdrawn, accepted);
        run.isSeenBy("courses", "accepted of " + run.withdrawn, "withdrawn (WITHDRAWN)");
    }

    @Test
    void seesAnAnswerOfACenterThatWasNotAsked() {
        story.changeData(
                "referral.offered",
                run.closed,
                data -> ((ObjectNode) data.at("/referral/offers/0")).put("center", "cms"));
        run.isSeenBy("courses", "accepted of " + run.closed);
    }

    @Test
    void seesAReferralThatDoesNotBeginAtTheBeginning() {
        story.remove("referral.submitted", run.open);
        run.isSeenBy("courses", "offered of " + run.open, "follows nothing");
    }

    @Test
    void seesADecisionThatWasForgotten() {
        story.changeData(
                "referral.scheduled",
                run.mediated,
                data -> ((ObjectNode) data.at("/referral/offers/0")).put("state", "DECLINED"));
        run.isSeenBy("courses", "scheduled of " + run.mediated);
    }

    @Test
    void seesASessionThatWasForgotten() {
        story.events.replaceAll(event -> {
            if (!Story.is("referral.closed", run.mediated).test(event)) {
                return event;
            }
            var data = (ObjectNode) event.data().deepCopy();
            data.withObject("referral").putArray("sessions");
            return Story.with(event, event.sequence(), event.time(), data);
        });
        run.isSeenBy("courses", "closed of " + run.mediated);
    }

    @Test
    void seesATransitionThatLeadsElsewhere() {
        story.changeData(
                "referral.declined",
                run.declined,
                data -> data.withObject("referral").put("state", "CLOSED"));
        run.isSeenBy("courses", "declined of " + run.declined, "leads to CLOSED");
    }

    @Test
    void seesAStepNobodyKnows() {
        story.tells(
                "referral.forgotten",
                run.open,
                story.event("referral.offered", run.open).data());
        run.isSeenBy("courses", "forgotten of " + run.open);
    }
}

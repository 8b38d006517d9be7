package org.parley.faults.check;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CoursesTest {

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final ReferralStory referrals = new ReferralStory(story);
    private final DetourStory detours = new DetourStory(story, referrals);

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

    @Test
    void acceptsDetours() {
        var id = taken();
        detours.contacts(id);
        detours.putsOnHold(id, "COURT_DATE_PENDING");
        detours.putsOnHold(id, "SAFETY_REVIEW");
        detours.releases(id);
        detours.transfers(id, "NO_CAPACITY");
        detours.amends(id, "{'type': 'PETS'}");
        detours.placesByHand(id, "cms");
        detours.amends(
                id, "{'urgency': 'URGENT'}", referral -> offer(referral, 1).put("deadline", "2026-11-24T22:00:00Z"));
        detours.entersInError(id, "TEST");
        story.counted();
        run.isRight();
    }

    @Test
    void acceptsThatAnOfferExpires() {
        detours.expires(asked());
        story.counted();
        run.isRight();
    }

    @Test
    void seesAnOfferThatExpiresBeforeItsDeadline() {
        var id = asked();
        detours.expires(id);
        story.counted();
        isEarlier("referral.offer-expired", id);
        run.isSeenOnlyBy("courses", "offer-expired of " + id);
    }

    @Test
    void acceptsThatTheNextCenterIsAsked() {
        isPassedOn("imcr");
        run.isRight();
    }

    @Test
    void seesThatACenterIsAskedAgain() {
        var id = isPassedOn("cms");
        run.isSeenOnlyBy("courses", "offered of " + id);
    }

    @Test
    void seesSomethingBetweenAnExpiryAndTheNextOffer() {
        var id = asked();
        detours.expires(id);
        story.changeData(
                "referral.offer-expired",
                id,
                data -> data.withObject("referral").put("state", "OFFERED"));
        detours.amends(id, "{'type': 'PETS'}", referral -> referral.put("state", "OFFERED"));
        run.isSeenBy("courses", "amended of " + id, "offer-expired (OFFERED)");
    }

    @Test
    void seesAnOfferByHandOfWhatTheSystemPlaces() {
        story.changeData("referral.offered", run.open, data -> data.put("reason", "BY_HAND"));
        run.isSeenOnlyBy("courses", "offered of " + run.open);
    }

    @Test
    void seesThatTheSystemPlacesByHand() {
        var id = asked();
        detours.expires(id);
        referrals.offers(id, "imcr", Story.json(ReferralStory.SYSTEM), null);
        story.counted();
        run.isSeenOnlyBy("courses", "offered of " + id, "offer-expired (UNPLACED)");
    }

    @Test
    void seesACorrectionThatGivesMoreTime() {
        var id = asked();
        detours.amends(
                id, "{'urgency': 'URGENT'}", referral -> offer(referral, 0).put("deadline", "2026-12-01T22:00:00Z"));
        run.isSeenBy("courses", "amended of " + id);
    }

    @Test
    void seesACorrectionOfWhatACenterHas() {
        var id = taken();
        detours.amends(id, "{'type': 'PETS'}");
        run.isSeenBy("courses", "amended of " + id, "accepted (ACCEPTED)");
    }

    @Test
    void seesACorrectionThatIsForgotten() {
        var id = asked();
        detours.amends(id, "{'type': 'PETS'}");
        referrals.accepts("cms", id);
        story.changeData(
                "referral.accepted", id, data -> data.withObject("referral").put("type", "NOISE"));
        run.isSeenBy("courses", "accepted of " + id);
    }

    @Test
    void seesAHoldOfWhatNoCenterHas() {
        var id = asked();
        detours.putsOnHold(id, "SAFETY_REVIEW");
        run.isSeenBy("courses", "put-on-hold of " + id, "offered (OFFERED)");
    }

    @Test
    void seesAnEndOfAHoldThatStillHoldsIt() {
        var id = taken();
        detours.putsOnHold(id, "SAFETY_REVIEW");
        var held = story.event("referral.put-on-hold", id).data().at("/referral/hold");
        detours.releases(id);
        story.changeData(
                "referral.released", id, data -> data.withObject("referral").set("hold", held));
        run.isSeenBy("courses", "released of " + id);
    }

    @Test
    void seesATransferThatForgetsNothing() {
        var id = taken();
        detours.transfers(id, "UNSAFE");
        story.changeData(
                "referral.transferred",
                id,
                data -> data.withObject("referral").put("acceptedAt", "2026-11-23T15:00:00Z"));
        run.isSeenBy("courses", "transferred of " + id);
    }

    @Test
    void seesATransferThatForgetsTheAcceptance() {
        var id = taken();
        detours.transfers(id, "UNSAFE");
        story.changeData(
                "referral.transferred",
                id,
                data -> offer(data.withObject("referral"), 0).put("state", "DECLINED"));
        run.isSeenBy("courses", "transferred of " + id);
    }

    @Test
    void acceptsReminders() {
        var id = taken();
        detours.isOverdue(id);
        detours.isOverdue(id);
        story.counted();
        run.isRight();
    }

    @Test
    void seesAReminderBeforeItsTime() {
        var id = taken();
        detours.isOverdue(id);
        story.counted();
        isEarlier("referral.overdue", id);
        run.isSeenOnlyBy("courses", "overdue of " + id);
    }

    @Test
    void seesAReminderOfWhatIsNotDue() {
        var id = taken();
        detours.isOverdue(id);
        story.counted();
        story.changeData("referral.overdue", id, data -> data.put("reason", "SCHEDULING"));
        run.isSeenOnlyBy("courses", "overdue of " + id);
    }

    private String asked() {
        return referrals.posts("precinct-040", "r-detour", "cms");
    }

    private String taken() {
        var id = asked();
        referrals.accepts("cms", id);
        return id;
    }

    /** An offer expires, and the system asks this one in the same write. */
    private String isPassedOn(String center) {
        var id = asked();
        detours.expires(id);
        story.changeData(
                "referral.offer-expired",
                id,
                data -> data.withObject("referral").put("state", "OFFERED"));
        referrals.offers(id, center, Story.json(ReferralStory.SYSTEM), null);
        story.counted();
        return id;
    }

    private void isEarlier(String type, String id) {
        story.replace(
                type,
                id,
                event -> Story.with(event, event.sequence(), event.time().minus(Duration.ofMillis(1)), event.data()));
    }

    private static ObjectNode offer(ObjectNode referral, int index) {
        return (ObjectNode) referral.get("offers").get(index);
    }
}

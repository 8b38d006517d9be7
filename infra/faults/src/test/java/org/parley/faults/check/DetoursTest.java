package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each step of a detour: missing although it was acknowledged, other than it was asked for, or not asked for at all. */
class DetoursTest {

    private static final String ACKNOWLEDGED = "acknowledged-steps";
    private static final String UNASKED = "unasked-steps";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final ReferralStory referrals = new ReferralStory(story);
    private final DetourStory detours = new DetourStory(story, referrals);

    /** Corrected, accepted, reached, put on hold, taken up again, given back, placed by hand, entered in error. */
    private final String id = referrals.posts("precinct-040", "r-detour", "cms");

    DetoursTest() {
        detours.amends(id, "{'type': 'PETS', 'occurredAt': '2026-11-20T03:30:00Z'}");
        referrals.accepts("cms", id);
        detours.contacts(id);
        detours.putsOnHold(id, "SAFETY_REVIEW");
        detours.releases(id);
        detours.transfers(id, "NO_CAPACITY");
        detours.placesByHand(id, "imcr");
        detours.entersInError(id, "TEST");
        story.counted();
    }

    @Test
    void acceptsAll() {
        run.isRight();
    }

    @Test
    void missesWhatWasPutRight() {
        story.remove("referral.amended", id);
        run.isSeenBy(ACKNOWLEDGED, "AMEND_REFERRAL of referral " + id);
    }

    @Test
    void missesPartOfWhatWasPutRight() {
        changes(Deed.AMEND_REFERRAL, "{'type': 'PETS', 'occurredAt': '2026-11-19T03:30:00Z'}");
        run.isSeenBy(ACKNOWLEDGED, "AMEND_REFERRAL of referral " + id);
    }

    @Test
    void missesThePlaceThatWasPutRight() {
        changes(Deed.AMEND_REFERRAL, "{'type': 'PETS', 'occurredAt': '2026-11-20T03:30:00Z', 'address': {}}");
        run.isRight();
        story.changeData(
                "referral.amended", id, data -> data.withObject("referral").putNull("placeId"));
        run.isSeenBy(ACKNOWLEDGED, "AMEND_REFERRAL of referral " + id);
    }

    @Test
    void seesThatMoreChangedThanWasPutRight() {
        changes(Deed.AMEND_REFERRAL, "{'type': 'PETS'}");
        run.isSeenOnlyBy(UNASKED, "amended of " + id);
    }

    @Test
    void missesAContact() {
        story.change(
                Deed.CONTACT,
                id,
                asked -> Story.with(
                        asked, asked.body(), 1, Told.DONE, Story.json("{'contactedAt': '2026-11-23T09:00:00Z'}")));
        run.isSeenOnlyBy(ACKNOWLEDGED, "CONTACT of referral " + id);
    }

    @Test
    void seesAContactByAnotherCenter() {
        story.changeData(
                "referral.contacted", id, data -> data.withObject("actor").put("id", "center-imcr"));
        run.isSeenOnlyBy(UNASKED, "contacted of " + id);
    }

    @Test
    void letsASessionBeTheFirstContact() {
        var held = story.event("referral.session-held", run.mediated).time();
        story.asks(
                "center-nypi",
                Deed.CONTACT,
                run.mediated,
                Story.json("{}"),
                Story.json("{'contactedAt': '" + held + "'}"));
        run.isSeenBy(ACKNOWLEDGED, "CONTACT of referral " + run.mediated);
        for (var event : new String[] {"referral.session-held", "referral.closed"}) {
            story.events.replaceAll(one -> Story.is(event, run.mediated).test(one)
                    ? Story.with(
                            one,
                            one.sequence(),
                            one.time(),
                            contacted(one.data().deepCopy(), held.toString()))
                    : one);
        }
        run.isRight();
    }

    @Test
    void missesAHold() {
        story.remove("referral.put-on-hold", id);
        run.isSeenBy(ACKNOWLEDGED, "HOLD of referral " + id);
    }

    @Test
    void seesAHoldForAnotherReason() {
        story.changeData("referral.put-on-hold", id, data -> data.put("reason", "COURT_DATE_PENDING"));
        run.isSeenBy(ACKNOWLEDGED, "HOLD of referral " + id);
        run.isSeenBy(UNASKED, "put-on-hold of " + id);
    }

    @Test
    void seesAHoldUntilAnotherDay() {
        story.changeData("referral.put-on-hold", id, data -> hold(data).put("until", "2026-12-25T15:00:00Z"));
        run.isSeenBy(ACKNOWLEDGED, "HOLD of referral " + id);
        run.isSeenBy(UNASKED, "put-on-hold of " + id);
    }

    @Test
    void seesAHoldOtherThanAnswered() {
        story.changeData("referral.put-on-hold", id, data -> hold(data).put("since", "2026-11-22T15:00:00Z"));
        run.isSeenOnlyBy(ACKNOWLEDGED, "HOLD of referral " + id);
    }

    @Test
    void missesARelease() {
        story.remove("referral.released", id);
        run.isSeenBy(ACKNOWLEDGED, "RELEASE of referral " + id);
    }

    @Test
    void seesAReleaseThatWasRefused() {
        story.changeTold(Deed.RELEASE, id, Told.REFUSED);
        run.isSeenOnlyBy(UNASKED, "released of " + id);
    }

    @Test
    void missesATransfer() {
        story.remove("referral.transferred", id);
        run.isSeenBy(ACKNOWLEDGED, "TRANSFER of referral " + id);
    }

    @Test
    void seesATransferForAnotherReason() {
        story.changeData("referral.transferred", id, data -> data.put("reason", "UNSAFE"));
        run.isSeenBy(ACKNOWLEDGED, "TRANSFER of referral " + id);
        run.isSeenBy(UNASKED, "transferred of " + id);
    }

    @Test
    void seesATransferOfACenterThatNeverHadIt() {
        story.change(
                Deed.TRANSFER,
                id,
                asked -> new Asked(
                        asked.id(),
                        "center-imcr",
                        asked.deed(),
                        id,
                        asked.body(),
                        asked.began(),
                        asked.ended(),
                        1,
                        asked.told(),
                        200,
                        asked.answer()));
        story.changeData(
                "referral.transferred", id, data -> data.withObject("actor").put("id", "center-imcr"));
        run.isSeenBy(UNASKED, "transferred of " + id);
    }

    @Test
    void missesAPlacementByHand() {
        story.events.removeIf(event -> Story.is("referral.offered", id).test(event)
                && Json.text(event.data(), "reason").equals("BY_HAND"));
        run.isSeenBy(ACKNOWLEDGED, "PLACE of referral " + id);
    }

    @Test
    void seesAPlacementByHandThatNobodyAskedFor() {
        story.changeTold(Deed.PLACE, id, Told.REFUSED);
        run.isSeenOnlyBy(UNASKED, "offered of " + id);
    }

    @Test
    void missesAMistake() {
        story.remove("referral.entered-in-error", id);
        run.isSeenBy(ACKNOWLEDGED, "ENTER_IN_ERROR of referral " + id);
    }

    @Test
    void letsTheSecondWhoSeesAMistakeBeAnsweredAsTheFirst() {
        story.asks("coordinator", Deed.ENTER_IN_ERROR, id, Story.json("{'reason': 'DUPLICATE'}"), Story.json("{}"));
        run.isRight();
    }

    @Test
    void seesAMistakeOfSomebodyElse() {
        story.changeData(
                "referral.entered-in-error",
                id,
                data -> data.withObject("actor").put("id", "precinct-075"));
        run.isSeenOnlyBy(UNASKED, "entered-in-error of " + id);
    }

    private void changes(Deed deed, String body) {
        story.change(deed, id, asked -> Story.with(asked, Story.json(body), 1, asked.told(), asked.answer()));
    }

    private static ObjectNode hold(ObjectNode data) {
        return (ObjectNode) data.at("/referral/hold");
    }

    private static JsonNode contacted(JsonNode data, String at) {
        ((ObjectNode) data.get("referral")).put("contactedAt", at);
        return data;
    }
}

package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class HoldsTest {

    private static final String RULE = "holds";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final ReferralStory referrals = new ReferralStory(story);
    private final DetourStory detours = new DetourStory(story, referrals);
    private final String id = referrals.posts("precinct-040", "r-held", "cms");

    HoldsTest() {
        referrals.accepts("cms", id);
        detours.putsOnHold(id, "SAFETY_REVIEW");
        detours.putsOnHold(id, "SAFETY_REVIEW", "2026-12-31T15:00:00Z");
        detours.releases(id);
        story.counted();
    }

    @Test
    void acceptsAnotherDay() {
        run.isRight();
    }

    @Test
    void seesThatItComesBackElsewhere() {
        story.changeData(
                "referral.released", id, data -> data.withObject("referral").put("state", "SCHEDULED"));
        run.isSeenBy(RULE, "released of " + id, "leads to SCHEDULED", "when ACCEPTED");
    }

    @Test
    void seesThatItBeginsToWaitAnew() {
        story.events.replaceAll(event -> {
            var data = event.data().deepCopy();
            if (data.at("/referral/hold/until").asString("").equals("2026-12-31T15:00:00Z")) {
                ((ObjectNode) data.at("/referral/hold")).put("since", "2026-11-23T16:00:00Z");
            }
            return Story.with(event, event.sequence(), event.time(), data);
        });
        run.isSeenBy(RULE, "put-on-hold of " + id, "since another time");
    }
}

package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import tools.jackson.databind.node.ObjectNode;

class AcknowledgedReferralsTest {

    private static final String RULE = "acknowledged-referrals";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesAReferralThatWasAnswered() {
        story.referrals.remove("r-mediated");
        run.isSeenOnlyBy(RULE, "POST_REFERRAL of r-mediated", "no such referral");
    }

    @Test
    void missesAReferralThatTheBrokerTook() {
        story.referrals.remove("r-declined");
        run.isSeenBy(RULE, "SEND_REFERRAL of r-declined", "no such referral");
    }

    @Test
    void seesAnotherContent() {
        Story.change(story.referrals, "r-open", view -> view.put("type", "PETS"));
        run.isSeenBy(RULE, run.open, "[type]");
    }

    @Test
    void seesAnotherUrgencyThanTheDefault() {
        Story.change(story.referrals, "r-open", view -> view.put("urgency", "URGENT"));
        run.isSeenBy(RULE, run.open, "[urgency]");
    }

    @Test
    void seesAnotherTimeThanWasAnswered() {
        Story.change(story.referrals, "r-open", view -> view.put("submittedAt", "2026-11-23T15:00:00.001Z"));
        run.isSeenBy(RULE, run.open, "another submittedAt than was answered");
    }

    @Test
    void seesAnotherIdThanWasAnswered() {
        Story.change(story.referrals, "r-open", view -> view.put("id", run.closed));
        run.isSeenBy(RULE, "r-open", "another id than was answered");
    }

    @Test
    void missesItInTheStore() {
        story.stored.get("referrals").remove(run.open);
        run.isSeenBy(RULE, run.open, "not in the store");
    }

    @Test
    void missesItsEvents() {
        story.events.removeIf(event -> event.subject().equals(run.open));
        run.isSeenBy(RULE, run.open, "no event tells of it");
    }

    @Test
    void seesAnEventThatTellsSomethingElse() {
        story.changeData(
                "referral.submitted",
                run.declined,
                data -> data.withObject("referral").put("language", "es"));
        run.isSeenOnlyBy(RULE, "submitted of " + run.declined, "[language]");
    }

    @Test
    void seesAnotherReasonOfScreening() {
        story.changeData("referral.screened-out", run.stopped, data -> data.put("reason", "WEAPON"));
        run.isSeenOnlyBy(RULE, "screened-out of " + run.stopped, "[screening]");
    }

    @Test
    void seesWhatShouldHaveBeenScreenedOut() {
        story.change(Deed.POST_REFERRAL, "r-open", asked -> {
            var body = asked.body().deepCopy();
            ((ObjectNode) body.get("screening")).put("weapon", true);
            return Story.with(asked, body, 1, asked.told(), asked.answer());
        });
        run.isSeenOnlyBy(RULE, "submitted of " + run.open, "[screening]");
    }
}

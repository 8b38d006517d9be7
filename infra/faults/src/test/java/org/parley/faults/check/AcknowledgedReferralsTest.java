package org.parley.faults.check;

import java.util.List;
import java.util.function.Consumer;
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
    void takesTheUrgencyThatIsGiven() {
        changeBody("r-open", body -> body.put("urgency", "URGENT"));
        run.isSeenBy(RULE, run.open, "[urgency]");
        Story.change(story.referrals, "r-open", view -> view.put("urgency", "URGENT"));
        for (var event : List.of("referral.submitted", "referral.offered")) {
            story.changeData(
                    event, run.open, data -> data.withObject("referral").put("urgency", "URGENT"));
        }
        run.isRight();
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
        run.isSeenBy(RULE, "submitted of " + run.declined, "[language]");
        run.isSeenBy("courses", "offered of " + run.declined);
    }

    @Test
    void seesAnotherReasonOfScreening() {
        story.changeData("referral.screened-out", run.stopped, data -> data.put("reason", "WEAPON"));
        run.isSeenOnlyBy(RULE, "screened-out of " + run.stopped, "[screening]");
    }

    @Test
    void seesWhatShouldHaveBeenScreenedOut() {
        changeBody("r-open", body -> body.withObject("screening").put("weapon", true));
        run.isSeenOnlyBy(RULE, "submitted of " + run.open, "[screening]");
    }

    @Test
    void knowsThatNobodyIsMediatedWithoutConsent() {
        changeBody("r-open", body -> {
            party(body, false);
            party(body, true);
        });
        tellsOfParties(2);
        run.isRight();
        changeBody("r-open", body -> {
            body.remove("parties");
            party(body, false);
            party(body, false);
        });
        run.isSeenOnlyBy(RULE, "submitted of " + run.open, "[screening]");
    }

    @Test
    void seesAnotherNumberOfParties() {
        tellsOfParties(2);
        run.isSeenOnlyBy(RULE, "submitted of " + run.open, "[parties]");
    }

    @Test
    void acceptsEitherWayOfWhatCameOnBoth() {
        var sent = story.history.stream()
                .filter(asked -> asked.deed() == Deed.SEND_REFERRAL)
                .findFirst()
                .orElseThrow();
        story.asks(sent.client(), Deed.POST_REFERRAL, sent.subject(), sent.body(), story.referrals.get("r-declined"));
        run.isRight();
    }

    @Test
    void seesAWayThatItDidNotTake() {
        story.changeData(
                "referral.submitted",
                run.open,
                data -> data.withObject("referral").put("channel", "KAFKA"));
        run.isSeenOnlyBy(RULE, "submitted of " + run.open, "[channel]");
    }

    private void tellsOfParties(int parties) {
        story.changeData(
                "referral.submitted",
                run.open,
                data -> data.withObject("referral").put("parties", parties));
    }

    private void changeBody(String reference, Consumer<ObjectNode> change) {
        story.change(Deed.POST_REFERRAL, reference, asked -> {
            var body = (ObjectNode) asked.body().deepCopy();
            change.accept(body);
            return Story.with(asked, body, 1, asked.told(), asked.answer());
        });
    }

    private static void party(ObjectNode body, boolean consents) {
        body.withArray("parties").addObject().putObject("consent").put("given", consents);
    }
}

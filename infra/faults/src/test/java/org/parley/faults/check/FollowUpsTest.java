package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import tools.jackson.databind.node.ObjectNode;

class FollowUpsTest {

    private static final String RULE = "follow-ups";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesAnOffer() {
        story.remove("referral.offered", run.open);
        run.isSeenBy(RULE, run.open, "is SUBMITTED and offered to nobody");
    }

    @Test
    void missesTheNextOfferAfterOneThatExpired() {
        var referrals = new ReferralStory(story);
        var id = referrals.posts("precinct-040", "r-expired", "cms");
        new DetourStory(story, referrals).expires(id);
        story.changeData(
                "referral.offer-expired",
                id,
                data -> data.withObject("referral").put("state", "OFFERED"));
        run.isSeenBy(RULE, id, "is OFFERED and offered to nobody");
    }

    @Test
    void missesASessionAtItsReferral() {
        story.remove("referral.session-held", run.mediated);
        story.remove("referral.closed", run.mediated);
        run.isSeenBy(RULE, run.session, run.mediated, "does not know");
    }

    @Test
    void missesTheClosingByASession() {
        story.remove("referral.closed", run.mediated);
        run.isSeenBy(RULE, run.session, run.mediated, "which is SCHEDULED");
    }

    @Test
    void doesNotMissASessionOfACenterThatMayNotHaveHadTheReferral() {
        story.changeTold(Deed.ACCEPT, run.mediated, Told.UNCERTAIN);
        story.remove("referral.session-held", run.mediated);
        story.remove("referral.closed", run.mediated);
        Story.change(
                story.referrals,
                "r-mediated",
                view -> view.put("state", "SCHEDULED").putNull("closedAt").putNull("resolution"));
        story.counted();
        run.isRight();
    }

    @Test
    void doesNotMissASessionOfAReferralThatWasTakenBack() {
        new LogStory(story).session("nypi", run.withdrawn, "AGREEMENT_ALL", "2026-11-23T13:00:00Z");
        story.counted();
        run.isRight();
    }

    @Test
    void doesNotMissASessionOfACenterThatGaveTheReferralBack() {
        var referrals = new ReferralStory(story);
        var id = referrals.posts("precinct-040", "r-given-back", "imcr");
        referrals.accepts("imcr", id);
        new LogStory(story).session("imcr", id, "AGREEMENT_ALL", "2026-11-23T13:00:00Z");
        new DetourStory(story, referrals).transfers(id, "UNSAFE");
        story.counted();
        run.isRight();
    }

    @Test
    void doesNotMissASessionThatWasNotHeld() {
        new LogStory(story).session("imcr", run.closed, "NOT_HELD", "2026-11-23T13:00:00Z");
        story.counted();
        run.isRight();
    }

    @Test
    void missesALateSessionOfAReferralThatItsCenterClosed() {
        var late = new LogStory(story).session("imcr", run.closed, "AGREEMENT_ALL", "2026-11-23T13:00:00Z");
        story.counted();
        run.isSeenOnlyBy(RULE, late, run.closed, "does not know");
    }

    @Test
    void missesACertificate() {
        story.events.removeIf(event -> event.type().equals("org.parley.certificate.issued.v1"));
        story.stored.get("certificates").clear();
        story.counted();
        run.isSeenOnlyBy(RULE, run.training.enrollment("Bob"), "0 certificates");
    }

    @Test
    void seesASecondCertificate() {
        var first = story.events.stream()
                .filter(event -> event.type().equals("org.parley.certificate.issued.v1"))
                .findFirst()
                .orElseThrow();
        var data = first.data().deepCopy();
        var second = Story.id("second");
        ((ObjectNode) data.get("certificate")).put("id", second);
        story.tells("certificate.issued", second, data);
        story.stores("certificates", second);
        story.counted();
        run.isSeenOnlyBy(RULE, run.training.enrollment("Bob"), "2 certificates");
    }

    @Test
    void seesACertificateOfAnotherDay() {
        var id = Story.id("certificate of " + run.training.enrollment("Bob"));
        story.changeData(
                "certificate.issued", id, data -> data.withObject("certificate").put("issuedOn", "2026-07-16"));
        story.counted();
        run.isSeenOnlyBy(RULE, id, "says otherwise");
    }

    @Test
    void seesACertificateOfAnotherCohort() {
        var id = Story.id("certificate of " + run.training.enrollment("Bob"));
        story.changeData(
                "certificate.issued", id, data -> data.withObject("certificate").put("cohort", "2026-08"));
        story.counted();
        run.isSeenOnlyBy(RULE, id, "says otherwise");
    }

    @Test
    void missesTheCertificateOfWhoeverCompletedWhenItIsSomebodyElses() {
        var id = Story.id("certificate of " + run.training.enrollment("Bob"));
        story.changeData(
                "certificate.issued",
                id,
                data -> data.withObject("certificate").put("officer", TrainingStory.officer("Cem")));
        run.isSeenBy(RULE, run.training.enrollment("Bob"), "0 certificates");
        run.isSeenBy("unasked-seats", id);
    }

    @Test
    void missesTheEventOfACompletion() {
        story.remove("enrollment.completed", run.training.enrollment("Bob"));
        run.isSeenBy(RULE, run.training.enrollment("Bob"), "is completed, which is not told");
    }

    @Test
    void seesAFreeSeatWhileSomebodyWaits() {
        story.changeTraining(run.later.id(), "OPEN", 2);
        run.isSeenBy(RULE, run.later.id(), "a free seat, and somebody waits");
    }
}

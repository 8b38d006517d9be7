package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.FeedLine;

/** The feed of nypi: three offers, and the withdrawal of the third. */
class FeedsTest {

    private static final String RULE = "feeds";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesAnOffer() {
        story.feeds.removeIf(line -> line.referral().equals(run.open));
        run.isSeenBy(RULE, "imcr lacks the OFFER of offer 1 of referral " + run.open);
    }

    @Test
    void seesAGap() {
        story.feeds.replaceAll(line -> line.center().equals("imcr")
                ? new FeedLine("imcr", line.n() + 1, line.kind(), line.referral(), line.offer())
                : line);
        run.isSeenOnlyBy(RULE, "imcr has 2 where 1 is due");
    }

    @Test
    void seesAnOfferTwice() {
        story.feeds("imcr", "OFFER", run.open, 1);
        run.isSeenOnlyBy(RULE, "imcr has the OFFER of offer 1 of referral " + run.open + " twice");
    }

    @Test
    void missesAWithdrawalFromWhoeverHadTakenIt() {
        story.feeds.removeIf(line -> line.kind().equals("OFFER_WITHDRAWN"));
        run.isSeenBy(RULE, "nypi lacks the OFFER_WITHDRAWN", run.withdrawn);
    }

    @Test
    void missesAWithdrawalFromWhoeverWasAsked() {
        var referrals = new ReferralStory(story);
        var id = referrals.posts("precinct-075", "r-taken-back", "cms");
        referrals.withdraws("precinct-075", id, "RESOLVED");
        story.counted();
        run.isRight();
        story.feeds.removeIf(line -> line.center().equals("cms") && line.n() == 2);
        run.isSeenOnlyBy(RULE, "cms lacks the OFFER_WITHDRAWN", id);
    }

    @Test
    void missesTheEndOfAnOfferThatExpired() {
        var referrals = new ReferralStory(story);
        var id = referrals.posts("precinct-075", "r-expired", "cms");
        new DetourStory(story, referrals).expires(id);
        story.counted();
        story.feeds.removeIf(line -> line.center().equals("cms") && line.n() == 2);
        run.isSeenOnlyBy(RULE, "cms lacks the OFFER_WITHDRAWN", id);
    }

    @Test
    void doesNotMissAWithdrawalFromWhoeverGaveItBack() {
        var referrals = new ReferralStory(story);
        var detours = new DetourStory(story, referrals);
        var id = referrals.posts("precinct-075", "r-given-back", "cms");
        referrals.accepts("cms", id);
        detours.transfers(id, "UNSAFE");
        detours.placesByHand(id, "imcr");
        referrals.withdraws("precinct-075", id, "RESOLVED");
        story.counted();
        run.isRight();
        story.feeds("cms", "OFFER_WITHDRAWN", id, 1);
        run.isSeenBy(RULE, "cms has at 2 the OFFER_WITHDRAWN", id, "of which no event tells");
    }

    @Test
    void countsReminders() {
        var referrals = new ReferralStory(story);
        var detours = new DetourStory(story, referrals);
        var id = referrals.posts("precinct-075", "r-overdue", "cms");
        referrals.accepts("cms", id);
        detours.isOverdue(id);
        detours.isOverdue(id);
        story.counted();
        story.feeds("cms", "REMINDER", id, 1);
        run.isSeenOnlyBy(RULE, "cms has the REMINDER of offer 1 of referral " + id + " more than 2 times");
        story.feeds.removeIf(line -> line.center().equals("cms") && line.n() > 2);
        run.isSeenOnlyBy(RULE, "cms lacks the REMINDER", id);
    }

    @Test
    void missesACorrectionOfAnOpenOffer() {
        var referrals = new ReferralStory(story);
        var id = referrals.posts("precinct-075", "r-amended", "cms");
        new DetourStory(story, referrals).amends(id, "{'type': 'PETS'}");
        story.counted();
        run.isRight();
        story.feeds.removeIf(line -> line.center().equals("cms") && line.n() == 2);
        run.isSeenOnlyBy(RULE, "cms lacks the OFFER_AMENDED", id);
    }

    @Test
    void seesAWithdrawalBeforeItsOffer() {
        swap(3, 4);
        run.isSeenBy(RULE, "OFFER_WITHDRAWN", run.withdrawn, "before its offer");
    }

    @Test
    void seesAWithdrawalOfWhatWasDeclined() {
        story.feeds("nypi", "OFFER_WITHDRAWN", run.declined, 1);
        run.isSeenBy(RULE, "nypi has at 5 the OFFER_WITHDRAWN", run.declined, "of which no event tells");
    }

    @Test
    void seesAnOfferThatWasMadeToAnother() {
        story.feeds("cms", "OFFER", run.open, 1);
        run.isSeenOnlyBy(RULE, "cms has at 1 the OFFER", run.open, "of which no event tells");
    }

    @Test
    void goesWithoutTheNumberOfTheOffer() {
        story.feeds.replaceAll(line -> new FeedLine(line.center(), line.n(), line.kind(), line.referral(), 0));
        run.isRight();
    }

    private void swap(long one, long other) {
        var lines = story.feeds.stream()
                .filter(line -> line.center().equals("nypi"))
                .toList();
        var first = lines.get((int) one - 1);
        var second = lines.get((int) other - 1);
        story.feeds.set(
                story.feeds.indexOf(first),
                new FeedLine("nypi", one, second.kind(), second.referral(), second.offer()));
        story.feeds.set(
                story.feeds.indexOf(second),
                new FeedLine("nypi", other, first.kind(), first.referral(), first.offer()));
    }
}

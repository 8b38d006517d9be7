package org.parley.faults.check;

import java.util.Collections;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Delivery;

class WebhooksTest {

    private static final String RULE = "webhooks";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesADelivery() {
        story.deliveries.removeIf(delivery -> delivery.webhookId().equals("nypi/2"));
        run.isSeenOnlyBy(RULE, "nypi/2", "never delivered");
    }

    @Test
    void missesADeliveryThatSucceeds() {
        change("nypi/2", one -> with(one, one.signed(), one.body(), 500));
        run.isSeenOnlyBy(RULE, "nypi/2", "never delivered");
    }

    @Test
    void doesNotMissWhatWasAcknowledged() {
        story.deliveries.removeIf(delivery -> delivery.webhookId().equals("nypi/2"));
        story.asks("center-nypi", Deed.ACKNOWLEDGE_INBOX, "nypi", Story.json("{'upTo': 2}"), Story.json("{}"));
        story.acknowledged.put("nypi", 2L);
        run.isRight();
    }

    @Test
    void missesOneOfACenterThatDeliversToAnEndpointFromTheStart() {
        story.webhookCenters.add("imcr");
        story.acknowledged.put("imcr", 2L);
        run.isRight();
        new ReferralStory(story).posts("precinct-040", "r-more", "imcr");
        story.counted();
        run.isSeenOnlyBy(RULE, "imcr/3", "never delivered");
    }

    @Test
    void seesAWrongSignature() {
        change("nypi/3", one -> with(one, false, one.body(), 204));
        run.isSeenOnlyBy(RULE, "nypi/3", "not rightly signed");
    }

    @Test
    void seesARepeatThatIsNotTheSame() {
        var last = story.deliveries.get(4);
        story.deliveries.set(4, with(last, true, last.body() + " ", 204));
        run.isSeenOnlyBy(RULE, "nypi/1", "another body");
    }

    @Test
    void seesAWithdrawalThatOvertakesItsOffer() {
        Collections.swap(story.deliveries, 3, 5);
        run.isSeenOnlyBy(RULE, "nypi/3", "overtaken by 4");
    }

    @Test
    void seesADeliveryOfNothing() {
        var last = story.deliveries.getLast();
        story.deliveries.add(
                new Delivery("nypi", "nypi/9", last.type(), last.referral(), true, last.body(), 204, last.at()));
        run.isSeenOnlyBy(RULE, "nypi/9", "not what the feed says");
    }

    @Test
    void seesADeliveryAboutSomethingElse() {
        change(
                "nypi/2",
                one -> new Delivery(
                        one.center(), one.webhookId(), one.type(), run.open, true, one.body(), 204, one.at()));
        run.isSeenBy(RULE, "nypi/2", "not what the feed says");
    }

    private void change(String id, UnaryOperator<Delivery> change) {
        story.deliveries.replaceAll(one -> one.webhookId().equals(id) ? change.apply(one) : one);
    }

    private static Delivery with(Delivery one, boolean signed, String body, int answered) {
        return new Delivery(
                one.center(), one.webhookId(), one.type(), one.referral(), signed, body, answered, one.at());
    }
}

package org.parley.referral.delivery;

import org.parley.referral.delivery.FeedEntry.Kind;
import org.parley.referral.routing.Loads;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts into a center's feed what happened to its offers, into the coordinator's what nobody has taken or somebody lets
 * lie, and into the command's how far its referrals have come, before the rest of the world hears of it.
 */
@Component
class FeedFollower implements OutboxFollower {

    private final Feed feed;
    private final WebhookDelivery webhooks;
    private final Loads loads;
    private final JsonMapper json;

    FeedFollower(Feed feed, WebhookDelivery webhooks, Loads loads, JsonMapper json) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.loads = loads;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean follows(String type) {
        return FeedLines.areOf(type);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var told = json.readValue(entry.data(), Told.class);
        FeedLines.of(entry, told).forEach(this::append);
    }

    private void append(FeedEntry line) {
        feed.append(line);
        webhooks.news(line.center());
        if (line.kind() == Kind.OFFER) {
            loads.offered(line.center());
        }
    }
}

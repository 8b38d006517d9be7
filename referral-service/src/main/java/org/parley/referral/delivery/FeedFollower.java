package org.parley.referral.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.FeedEntry.Kind;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts into a center's feed what happened to its offers, before the rest of the world hears of it. */
@Component
class FeedFollower implements OutboxFollower {

    private static final String OFFERED = "org.parley.referral.offered.v1";
    private static final String WITHDRAWN = "org.parley.referral.withdrawn.v1";

    private record Told(Matter referral) {}

    private record Matter(
            UUID id,
            String type,
            String borough,
            String language,
            String urgency,
            List<Offer> offers,
            @Nullable Instant withdrawnAt) {}

    private record Offer(int number, String center, String state, Instant offeredAt, Instant deadline) {}

    private final Feed feed;
    private final WebhookDelivery webhooks;
    private final JsonMapper json;

    FeedFollower(Feed feed, WebhookDelivery webhooks, JsonMapper json) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean follows(String type) {
        return type.equals(OFFERED) || type.equals(WITHDRAWN);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var matter = json.readValue(entry.data(), Told.class).referral();
        entries(entry.type(), matter).forEach(line -> {
            feed.append(line);
            webhooks.wake();
        });
    }

    private static Stream<FeedEntry> entries(String type, Matter matter) {
        return type.equals(OFFERED)
                ? matter.offers().stream()
                        .filter(offer -> offer.state().equals("PENDING"))
                        .map(offer -> line(matter, offer, Kind.OFFER, offer.offeredAt(), offer.deadline()))
                // Whoever still had it open or had taken it: the precinct has taken it back from them.
                : matter.offers().stream()
                        .filter(offer -> offer.state().equals("WITHDRAWN")
                                || offer.state().equals("ACCEPTED"))
                        .map(offer -> line(matter, offer, Kind.OFFER_WITHDRAWN, taken(matter), null));
    }

    private static Instant taken(Matter matter) {
        return java.util.Objects.requireNonNull(matter.withdrawnAt());
    }

    private static FeedEntry line(Matter matter, Offer offer, Kind kind, Instant at, @Nullable Instant deadline) {
        return new FeedEntry(
                "",
                offer.center(),
                0,
                FeedEntry.about(matter.id(), offer.number(), kind),
                kind,
                matter.id(),
                offer.number(),
                at,
                matter.type(),
                matter.borough(),
                matter.language(),
                matter.urgency(),
                deadline);
    }
}

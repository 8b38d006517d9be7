package org.parley.referral.delivery;

import java.util.UUID;
import org.parley.referral.delivery.FeedEntry.Kind;
import org.springframework.stereotype.Component;

/** Whether what is told has got there. */
@Component
public class Arrivals {

    private final Feed feed;
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    Arrivals(Feed feed, Endpoints endpoints, Deliveries deliveries) {
        this.feed = feed;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /**
     * Whether a center's endpoint is out of order and did not take an offer, nor has the center acknowledged it in its
     * inbox. One that has no endpoint looks there or on its page, and one whose endpoint is well will have it soon.
     */
    public boolean isMissed(String center, UUID referral, int offer) {
        var endpoint = endpoints.find(center);
        if (endpoint.isEmpty()) {
            return false;
        }
        var standing = deliveries.find(center).standing();
        var outOfOrder = !endpoint.get().isActive() || standing.health().failingSince() != null;
        if (!outOfOrder && standing.progress().left().isEmpty()) {
            return false;
        }
        return feed.find(center, FeedEntry.about(referral, offer, Kind.OFFER))
                .filter(entry -> outOfOrder || standing.progress().left().contains(entry.n()))
                .filter(entry -> !standing.progress().wasDelivered(entry.n()))
                .filter(entry -> entry.n() > feed.acknowledged(center))
                .isPresent();
    }
}

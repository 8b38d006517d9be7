package org.parley.referral.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * What a webhook carries: a CloudEvent that says that there is something, and where. Who is concerned stands only
 * behind the link, for a center that has accepted.
 */
record Notice(
        String specversion,
        String id,
        URI source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Data data) {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    record Data(String center, long n, UUID referral, int offer, URI link) {}

    static Notice of(FeedEntry entry, URI publicUrl) {
        var type = switch (entry.kind()) {
            case OFFER -> "org.parley.inbox.offer.v1";
            case OFFER_AMENDED -> "org.parley.inbox.offer-amended.v1";
            case OFFER_WITHDRAWN -> "org.parley.inbox.offer-withdrawn.v1";
            case REMINDER -> "org.parley.inbox.reminder.v1";
            case CONSENT_REVOKED -> "org.parley.inbox.consent-revoked.v1";
            case UNPLACED,
                    ESCALATED,
                    SUBMITTED,
                    SCREENED_OUT,
                    ACCEPTED,
                    SCHEDULED,
                    PUT_ON_HOLD,
                    RELEASED,
                    CLOSED,
                    WITHDRAWN,
                    ENTERED_IN_ERROR -> throw new IllegalArgumentException(entry.kind() + " is not for a center");
        };
        var link = publicUrl.resolve("/v1/centers/" + entry.center() + "/referrals/" + entry.referral());
        return new Notice(
                "1.0",
                entry.id(),
                URI.create("/parley/referral-service"),
                type,
                entry.referral().toString(),
                entry.at(),
                "application/json",
                new Data(entry.center(), entry.n(), entry.referral(), entry.offer(), link));
    }
}

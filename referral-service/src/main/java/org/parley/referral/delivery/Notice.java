package org.parley.referral.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * What a webhook carries: a CloudEvent that says that there is something, and where. Who is concerned stands only
 * behind the link, for a center that has accepted; behind a command's link stands the police-safe view.
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

    sealed interface Data {}

    record ToCenter(String center, long n, UUID referral, int offer, URI link) implements Data {}

    /** Without the offer: how many centers were asked is for the view to say, or not. */
    record ToCommand(String command, long n, UUID referral, URI link) implements Data {}

    static Notice of(FeedEntry entry, URI publicUrl) {
        var data = Feed.commandOf(entry.center())
                .<Data>map(command -> toCommand(entry, command, publicUrl))
                .orElseGet(() -> toCenter(entry, publicUrl));
        return new Notice(
                "1.0",
                entry.id(),
                URI.create("/parley/referral-service"),
                "org.parley.inbox." + past(entry.kind()) + ".v1",
                entry.referral().toString(),
                entry.at(),
                "application/json",
                data);
    }

    private static Data toCenter(FeedEntry entry, URI publicUrl) {
        var link = publicUrl.resolve("/v1/centers/" + entry.center() + "/referrals/" + entry.referral());
        return new ToCenter(entry.center(), entry.n(), entry.referral(), entry.offer(), link);
    }

    private static Data toCommand(FeedEntry entry, String command, URI publicUrl) {
        var link = publicUrl.resolve("/v1/referrals/" + entry.referral());
        return new ToCommand(command, entry.n(), entry.referral(), link);
    }

    private static String past(FeedEntry.Kind kind) {
        return switch (kind) {
            case OFFER -> "offer";
            case OFFER_AMENDED -> "offer-amended";
            case OFFER_WITHDRAWN -> "offer-withdrawn";
            case REMINDER -> "reminder";
            case CONSENT_REVOKED -> "consent-revoked";
            case SUBMITTED -> "submitted";
            case SCREENED_OUT -> "screened-out";
            case OFFERED -> "offered";
            case UNPLACED -> "unplaced";
            case ACCEPTED -> "accepted";
            case SCHEDULED -> "scheduled";
            case PUT_ON_HOLD -> "put-on-hold";
            case RELEASED -> "released";
            case CLOSED -> "closed";
            case WITHDRAWN -> "withdrawn";
            case ENTERED_IN_ERROR -> "entered-in-error";
            case ESCALATED -> throw new IllegalArgumentException("Nobody but the coordinator is told of " + kind);
        };
    }
}

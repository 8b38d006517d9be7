package org.parley.referral.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.FeedEntry.Kind;
import org.parley.referral.routing.Loads;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts into a center's feed what happened to its offers, and into the coordinator's what nobody has taken or somebody
 * lets lie, before the rest of the world hears of it.
 */
@Component
class FeedFollower implements OutboxFollower {

    /** The first time the center is reminded; from the second on a coordinator learns of it, too. */
    private static final int ESCALATED = 2;

    private static final String REFERRAL = "org.parley.referral.";
    private static final Set<String> FOLLOWED = Set.of(
            "submitted",
            "offered",
            "amended",
            "declined",
            "offer-expired",
            "transferred",
            "overdue",
            "consent-revoked",
            "withdrawn",
            "entered-in-error");

    private record Told(@Nullable String reason, Matter referral) {}

    private record Matter(
            UUID id,
            String state,
            String type,
            String borough,
            String language,
            String urgency,
            List<Offer> offers,
            @Nullable String center,
            @Nullable Due due) {

        int lastOffer() {
            return offers.size();
        }
    }

    private record Offer(int number, String center, String state, Instant offeredAt, Instant deadline) {

        boolean is(String other) {
            return state.equals(other);
        }
    }

    private record Due(int level) {}

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
        return FOLLOWED.contains(past(type));
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var told = json.readValue(entry.data(), Told.class);
        Stream.concat(toCenters(entry, told), toCoordinator(entry, told)).forEach(line -> {
            feed.append(line);
            webhooks.news(line.center());
            if (line.kind() == Kind.OFFER) {
                loads.offered(line.center());
            }
        });
    }

    private static Stream<FeedEntry> toCenters(OutboxEntry entry, Told told) {
        var matter = told.referral();
        var pending = matter.offers().stream().filter(offer -> offer.is("PENDING"));
        return switch (past(entry.type())) {
            case "offered" -> pending.map(offer -> offer(entry, matter, offer, Kind.OFFER));
            case "amended" -> pending.map(offer -> offer(entry, matter, offer, Kind.OFFER_AMENDED));
            // It was the last one made: another is made only when none is open.
            case "offer-expired" ->
                Stream.of(withdrawn(entry, matter, matter.offers().getLast()));
            // Whoever still had it open or has taken it: the precinct has taken it back from them.
            case "withdrawn", "entered-in-error" ->
                matter.offers().stream()
                        .filter(offer -> offer.is("WITHDRAWN") || isHeld(matter, offer))
                        .map(offer -> withdrawn(entry, matter, offer));
            case "overdue" ->
                matter.offers().stream()
                        .filter(offer -> isHeld(matter, offer))
                        .map(offer -> reminder(entry, told, offer));
            case "consent-revoked" ->
                matter.offers().stream()
                        .filter(offer -> isHeld(matter, offer))
                        .map(offer -> revoked(entry, matter, offer));
            default -> Stream.of();
        };
    }

    private static Stream<FeedEntry> toCoordinator(OutboxEntry entry, Told told) {
        var matter = told.referral();
        if (matter.state().equals("UNPLACED")) {
            var about = FeedEntry.about(matter.id(), matter.lastOffer(), Kind.UNPLACED);
            return Stream.of(line(
                    matter, Feed.COORDINATION, matter.lastOffer(), about, Kind.UNPLACED, entry.time(), null, null));
        }
        var due = matter.due();
        if (past(entry.type()).equals("overdue") && due != null && due.level() >= ESCALATED) {
            var about = FeedEntry.about(matter.id(), matter.lastOffer(), Kind.ESCALATED, entry.sequence());
            return Stream.of(line(
                    matter,
                    Feed.COORDINATION,
                    matter.lastOffer(),
                    about,
                    Kind.ESCALATED,
                    entry.time(),
                    null,
                    told.reason()));
        }
        return Stream.of();
    }

    /** The last one that its center accepted: it may have given an earlier one back. */
    private static boolean isHeld(Matter matter, Offer offer) {
        return offer.is("ACCEPTED")
                && offer.center().equals(matter.center())
                && offer.number()
                        == matter.offers().stream()
                                .filter(one ->
                                        one.is("ACCEPTED") && one.center().equals(matter.center()))
                                .mapToInt(Offer::number)
                                .max()
                                .orElse(0);
    }

    private static FeedEntry offer(OutboxEntry entry, Matter matter, Offer offer, Kind kind) {
        var about = kind == Kind.OFFER
                ? FeedEntry.about(matter.id(), offer.number(), kind)
                : FeedEntry.about(matter.id(), offer.number(), kind, entry.sequence());
        var at = kind == Kind.OFFER ? offer.offeredAt() : entry.time();
        return line(matter, offer.center(), offer.number(), about, kind, at, offer.deadline(), null);
    }

    private static FeedEntry withdrawn(OutboxEntry entry, Matter matter, Offer offer) {
        var about = FeedEntry.about(matter.id(), offer.number(), Kind.OFFER_WITHDRAWN);
        return line(matter, offer.center(), offer.number(), about, Kind.OFFER_WITHDRAWN, entry.time(), null, null);
    }

    private static FeedEntry reminder(OutboxEntry entry, Told told, Offer offer) {
        var matter = told.referral();
        var about = FeedEntry.about(matter.id(), offer.number(), Kind.REMINDER, entry.sequence());
        return line(matter, offer.center(), offer.number(), about, Kind.REMINDER, entry.time(), null, told.reason());
    }

    private static FeedEntry revoked(OutboxEntry entry, Matter matter, Offer offer) {
        var about = FeedEntry.about(matter.id(), offer.number(), Kind.CONSENT_REVOKED, entry.sequence());
        return line(matter, offer.center(), offer.number(), about, Kind.CONSENT_REVOKED, entry.time(), null, null);
    }

    private static FeedEntry line(
            Matter matter,
            String center,
            int offer,
            String about,
            Kind kind,
            Instant at,
            @Nullable Instant deadline,
            @Nullable String overdue) {
        return new FeedEntry(
                "",
                center,
                0,
                about,
                kind,
                matter.id(),
                offer,
                at,
                matter.type(),
                matter.borough(),
                matter.language(),
                matter.urgency(),
                deadline,
                overdue);
    }

    private static String past(String type) {
        return type.startsWith(REFERRAL) ? type.substring(REFERRAL.length(), type.length() - ".v1".length()) : "";
    }
}

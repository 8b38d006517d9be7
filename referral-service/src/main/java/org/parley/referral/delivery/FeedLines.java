package org.parley.referral.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.FeedEntry.Kind;
import org.parley.referral.delivery.Told.Matter;
import org.parley.referral.delivery.Told.Offer;
import org.parley.starter.outbox.OutboxEntry;

/** Which lines an event puts into whose feed. */
final class FeedLines {

    /** The first time the center is reminded; from the second on a coordinator learns of it, too. */
    private static final int ESCALATED = 2;

    private static final String REFERRAL = "org.parley.referral.";

    /** What a command is told of its referrals: where they stand, never why a center or a party did something. */
    private static final Map<String, Kind> POLICE_SAFE = Map.of(
            "submitted", Kind.SUBMITTED,
            "screened-out", Kind.SCREENED_OUT,
            "offered", Kind.OFFERED,
            "accepted", Kind.ACCEPTED,
            "scheduled", Kind.SCHEDULED,
            "put-on-hold", Kind.PUT_ON_HOLD,
            "released", Kind.RELEASED,
            "closed", Kind.CLOSED,
            "withdrawn", Kind.WITHDRAWN,
            "entered-in-error", Kind.ENTERED_IN_ERROR);

    /** After the end they may say how it was resolved otherwise than it was told: then it is told again. */
    private static final Set<String> OF_SESSIONS = Set.of("session-held", "session-voided");

    private static final Set<String> OTHERS =
            Set.of("amended", "declined", "offer-expired", "transferred", "overdue", "consent-revoked");

    private FeedLines() {}

    static boolean areOf(String type) {
        return POLICE_SAFE.containsKey(past(type)) || OTHERS.contains(past(type)) || OF_SESSIONS.contains(past(type));
    }

    /** The most urgent first. */
    static Stream<FeedEntry> of(OutboxEntry entry, Told told) {
        return Stream.of(toCenters(entry, told), toCoordinator(entry, told), toCommand(entry, told))
                .flatMap(lines -> lines);
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
                        .filter(offer -> offer.is("WITHDRAWN") || matter.isHeld(offer))
                        .map(offer -> withdrawn(entry, matter, offer));
            case "overdue" ->
                matter.offers().stream()
                        .filter(offer -> matter.isHeld(offer))
                        .map(offer -> reminder(entry, told, offer));
            case "consent-revoked" ->
                matter.offers().stream().filter(matter::isHeld).map(offer -> revoked(entry, matter, offer));
            default -> Stream.of();
        };
    }

    private static Stream<FeedEntry> toCoordinator(OutboxEntry entry, Told told) {
        var matter = told.referral();
        if (matter.isUnplaced()) {
            return Stream.of(unplaced(entry, matter, Feed.COORDINATION));
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

    private static Stream<FeedEntry> toCommand(OutboxEntry entry, Told told) {
        var matter = told.referral();
        var feed = Feed.ofCommand(matter.command());
        var past = past(entry.type());
        var kind = matter.isClosed() && OF_SESSIONS.contains(past) ? Kind.CLOSED : POLICE_SAFE.get(past);
        var happened = kind == null ? Stream.<FeedEntry>of() : Stream.of(happened(entry, matter, feed, kind));
        var unplaced = matter.isUnplaced() ? Stream.of(unplaced(entry, matter, feed)) : Stream.<FeedEntry>of();
        return Stream.concat(happened, unplaced);
    }

    private static FeedEntry happened(OutboxEntry entry, Matter matter, String feed, Kind kind) {
        var about = FeedEntry.about(matter.id(), matter.lastOffer(), kind, entry.sequence());
        return line(matter, feed, matter.lastOffer(), about, kind, entry.time(), null, null);
    }

    private static FeedEntry unplaced(OutboxEntry entry, Matter matter, String feed) {
        var about = FeedEntry.about(matter.id(), matter.lastOffer(), Kind.UNPLACED);
        return line(matter, feed, matter.lastOffer(), about, Kind.UNPLACED, entry.time(), null, null);
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

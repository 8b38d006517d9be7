package org.parley.faults.check;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of a referral that does not go straight on: time passes, its center lets it wait or gives it back, its
 * precinct was wrong. Nobody in it asks for anything, as no client of the load does.
 */
final class DetourStory {

    private final Story story;
    private final ReferralStory referrals;

    DetourStory(Story story, ReferralStory referrals) {
        this.story = story;
        this.referrals = referrals;
    }

    /** The time to answer passes, and no center is left. */
    void expires(String id) {
        var offer = open(id);
        story.waitsUntil(Instant.parse(Json.text(offer, "deadline")));
        offer.put("state", "EXPIRED").put("decidedAt", story.now().toString());
        tells("offer-expired", id, "system", null, referral -> referral.put("state", "UNPLACED"));
        feeds("OFFER_WITHDRAWN", id, offer);
    }

    /** The time of what is due passes, and its center is reminded. */
    void isOverdue(String id) {
        var due = (ObjectNode) referrals.referral(id).get("due");
        story.waitsUntil(Instant.parse(Json.text(due, "at")));
        due.put("at", story.now().plus(Duration.ofDays(7)).toString())
                .put("level", due.path("level").asInt() + 1);
        tells("overdue", id, "system", Json.text(due, "what"), _ -> {});
        feeds("REMINDER", id, (ObjectNode) referrals.referral(id).get("offers").get(0));
    }

    void putsOnHold(String id, String reason) {
        tells(
                "put-on-hold",
                id,
                "center-system",
                reason,
                referral -> referral.put("state", "ON_HOLD")
                        .putObject("hold")
                        .put("since", story.now().toString())
                        .put("until", "2026-12-24T15:00:00Z")
                        .put("reason", reason));
    }

    void releases(String id) {
        tells(
                "released",
                id,
                "center-system",
                null,
                referral -> referral.put("state", "ACCEPTED").putNull("hold"));
    }

    /** No other center is left. */
    void transfers(String id, String reason) {
        tells(
                "transferred",
                id,
                "center-system",
                reason,
                referral -> referral.put("state", "UNPLACED")
                        .putNull("center")
                        .putNull("acceptedAt")
                        .putNull("contactedAt")
                        .putNull("scheduledFor"));
    }

    void placesByHand(String id, String center) {
        referrals.offers(id, center, actor("coordinator"), "BY_HAND");
    }

    void amends(String id, Consumer<ObjectNode> change) {
        tells("amended", id, "precinct-system", null, change);
        for (var offer : referrals.referral(id).get("offers")) {
            if (Json.text(offer, "state").equals("PENDING")) {
                feeds("OFFER_AMENDED", id, (ObjectNode) offer);
            }
        }
    }

    /** An offer is open. */
    void entersInError(String id, String reason) {
        var offer = open(id);
        offer.put("state", "WITHDRAWN").put("decidedAt", story.now().toString());
        tells(
                "entered-in-error",
                id,
                "precinct-system",
                reason,
                referral -> referral.put("state", "ENTERED_IN_ERROR")
                        .put("enteredInErrorAt", story.now().toString()));
        feeds("OFFER_WITHDRAWN", id, offer);
    }

    private ObjectNode open(String id) {
        for (var offer : referrals.referral(id).get("offers")) {
            if (Json.text(offer, "state").equals("PENDING")) {
                return (ObjectNode) offer;
            }
        }
        throw new IllegalStateException("no open offer of " + id);
    }

    private void tells(String past, String id, String role, @Nullable String reason, Consumer<ObjectNode> change) {
        referrals.tells(past, id, actor(role), reason, change);
    }

    private void feeds(String kind, String id, ObjectNode offer) {
        story.feeds(Json.text(offer, "center"), kind, id, offer.path("number").asInt());
    }

    private static ObjectNode actor(String role) {
        return Story.json("{'role': '" + role + "', 'id': 'somebody'}");
    }
}

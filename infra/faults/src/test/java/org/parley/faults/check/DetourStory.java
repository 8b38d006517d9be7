package org.parley.faults.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of a referral that does not go straight on: time passes, its center lets it wait or gives it back, its
 * precinct was wrong, a coordinator finds a center.
 */
final class DetourStory {

    private static final String COORDINATOR = "coordinator";

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
        tells("offer-expired", id, system(), null, referral -> referral.put("state", "UNPLACED"));
        feeds("OFFER_WITHDRAWN", id, offer);
    }

    /** The time of what is due passes, and its center is reminded. */
    void isOverdue(String id) {
        var due = (ObjectNode) referrals.referral(id).get("due");
        story.waitsUntil(Instant.parse(Json.text(due, "at")));
        due.put("at", story.now().plus(Duration.ofDays(7)).toString())
                .put("level", due.path("level").asInt() + 1);
        tells("overdue", id, system(), Json.text(due, "what"), _ -> {});
        feeds("REMINDER", id, (ObjectNode) referrals.referral(id).get("offers").get(0));
    }

    void contacts(String id) {
        var asked = asks(id, Deed.CONTACT, "{}");
        var at = story.now().toString();
        tells("contacted", id, holder(id), null, referral -> referral.put("contactedAt", at));
        ((ObjectNode) asked.answer()).put("contactedAt", at);
    }

    void putsOnHold(String id, String reason) {
        putsOnHold(id, reason, "2026-12-24T15:00:00Z");
    }

    void putsOnHold(String id, String reason, String until) {
        var asked = asks(id, Deed.HOLD, "{'reason': '%s', 'until': '%s'}".formatted(reason, until));
        var known = referrals.referral(id).path("hold");
        var since =
                Json.isThere(known) ? Json.text(known, "since") : story.now().toString();
        tells(
                "put-on-hold",
                id,
                holder(id),
                reason,
                referral -> referral.put("state", "ON_HOLD")
                        .putObject("hold")
                        .put("since", since)
                        .put("until", until)
                        .put("reason", reason));
        ((ObjectNode) asked.answer())
                .set("hold", referrals.referral(id).get("hold").deepCopy());
    }

    void releases(String id) {
        asks(id, Deed.RELEASE, "{}");
        tells(
                "released",
                id,
                holder(id),
                null,
                referral -> referral.put("state", "ACCEPTED").putNull("hold"));
    }

    /** No other center is left. */
    void transfers(String id, String reason) {
        asks(id, Deed.TRANSFER, "{'reason': '" + reason + "'}");
        tells(
                "transferred",
                id,
                holder(id),
                reason,
                referral -> referral.put("state", "UNPLACED")
                        .putNull("center")
                        .putNull("acceptedAt")
                        .putNull("contactedAt")
                        .putNull("scheduledFor"));
    }

    void placesByHand(String id, String center) {
        story.asks(COORDINATOR, Deed.PLACE, id, Story.json("{'center': '" + center + "'}"), Story.json("{}"));
        referrals.offers(id, center, actor(COORDINATOR, COORDINATOR), "BY_HAND");
    }

    void amends(String id, String amendment) {
        amends(id, amendment, _ -> {});
    }

    /** @param also changes besides */
    void amends(String id, String amendment, Consumer<ObjectNode> also) {
        var body = Story.json(amendment);
        story.asks(precinct(id), Deed.AMEND_REFERRAL, id, body, Story.json("{}"));
        tells("amended", id, actor("precinct-system", precinct(id)), null, referral -> {
            referral.setAll(body);
            also.accept(referral);
        });
        for (var offer : referrals.referral(id).get("offers")) {
            if (Json.text(offer, "state").equals("PENDING")) {
                feeds("OFFER_AMENDED", id, (ObjectNode) offer);
            }
        }
    }

    /** An offer is open. */
    void entersInError(String id, String reason) {
        var body = Story.json("{'reason': '" + reason + "'}");
        story.asks(precinct(id), Deed.ENTER_IN_ERROR, id, body, Story.json("{}"));
        var offer = open(id);
        offer.put("state", "WITHDRAWN").put("decidedAt", story.now().toString());
        tells(
                "entered-in-error",
                id,
                actor("precinct-system", precinct(id)),
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

    /** By the center that has it, or would. */
    private Asked asks(String id, Deed deed, String body) {
        return story.asks(Json.text(holder(id), "id"), deed, id, Story.json(body), Story.json("{}"));
    }

    private ObjectNode holder(String id) {
        var referral = referrals.referral(id);
        var center = Json.text(referral, "center");
        return ReferralStory.actor(
                center.isEmpty() ? Json.text(referral.get("offers").get(0), "center") : center);
    }

    private String precinct(String id) {
        return story.history.stream()
                .filter(asked -> List.of(Deed.POST_REFERRAL, Deed.SEND_REFERRAL).contains(asked.deed()))
                .filter(asked -> Story.id(asked.client() + asked.subject()).equals(id))
                .map(Asked::client)
                .findFirst()
                .orElseThrow();
    }

    private void tells(String past, String id, ObjectNode actor, @Nullable String reason, Consumer<ObjectNode> change) {
        referrals.tells(past, id, actor, reason, change);
    }

    private void feeds(String kind, String id, ObjectNode offer) {
        story.feeds(Json.text(offer, "center"), kind, id, offer.path("number").asInt());
    }

    private static ObjectNode system() {
        return Story.json(ReferralStory.SYSTEM);
    }

    private static ObjectNode actor(String role, String id) {
        return Story.json("{}").put("role", role).put("id", id);
    }
}

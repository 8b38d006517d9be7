package org.parley.faults.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Delivery;
import org.parley.faults.history.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What precincts and centers do, and what referral-service makes of it. */
final class ReferralStory {

    static final String SYSTEM = "{'role': 'system', 'id': 'system'}";
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final Story story;
    private final Map<String, ObjectNode> referrals = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();

    ReferralStory(Story story) {
        this.story = story;
    }

    /** Over HTTP. */
    String posts(String precinct, String reference, String center, String... stops) {
        var body = submission(precinct, reference, stops);
        story.asks(precinct, Deed.POST_REFERRAL, reference, body, NOTHING);
        var id = submitted("HTTP", precinct, reference, center, body);
        var answered = story.referrals.get(reference);
        story.change(Deed.POST_REFERRAL, reference, one -> Story.with(one, body, 1, Told.DONE, answered));
        return id;
    }

    /** Over HTTP, and never learns what became of it. */
    void postsInVain(String precinct, String reference) {
        story.asks(precinct, Deed.POST_REFERRAL, reference, submission(precinct, reference), Told.UNCERTAIN);
    }

    /** Over Kafka. */
    String sends(String precinct, String reference, String center) {
        var body = submission(precinct, reference);
        story.asks(precinct, Deed.SEND_REFERRAL, reference, body, NOTHING);
        return submitted("KAFKA", precinct, reference, center, body);
    }

    void accepts(String center, String id) {
        var asked = story.asks("center-" + center, Deed.ACCEPT, id, NOTHING, Story.json("{}"));
        var at = story.now().toString();
        offer(id, center, "ACCEPTED", null);
        tells("accepted", id, actor(center), null, referral -> {
            referral.put("state", "ACCEPTED").put("center", center).put("acceptedAt", at);
            referral.putObject("due")
                    .put("what", "FIRST_CONTACT")
                    .put("at", "2026-11-28T15:00:00Z")
                    .put("level", 0);
        });
        ((ObjectNode) asked.answer()).put("id", id).put("acceptedAt", at);
    }

    void declines(String center, String id, String reason) {
        story.asks("center-" + center, Deed.DECLINE, id, Story.json("{'reason': '" + reason + "'}"), Story.json("{}"));
        offer(id, center, "DECLINED", reason);
        tells("declined", id, actor(center), reason, referral -> referral.put("state", "UNPLACED"));
    }

    void schedules(String center, String id, String at) {
        story.asks("center-" + center, Deed.SCHEDULE, id, Story.json("{'at': '" + at + "'}"), Story.json("{}"));
        tells(
                "scheduled",
                id,
                actor(center),
                null,
                referral -> referral.put("state", "SCHEDULED").put("scheduledFor", at));
    }

    void closes(String center, String id, String reason) {
        story.asks("center-" + center, Deed.CLOSE, id, Story.json("{'reason': '" + reason + "'}"), Story.json("{}"));
        closed(id, actor(center), reason, null);
    }

    void withdraws(String precinct, String id, String reason) {
        story.asks(precinct, Deed.WITHDRAW_REFERRAL, id, Story.json("{'reason': '" + reason + "'}"), Story.json("{}"));
        var asked = (ArrayNode) referrals.get(id).get("offers");
        for (var offer : asked) {
            if (Json.text(offer, "state").equals("PENDING")) {
                ((ObjectNode) offer)
                        .put("state", "WITHDRAWN")
                        .put("decidedAt", story.now().toString());
            }
        }
        tells(
                "withdrawn",
                id,
                Story.json("{'role': 'precinct-system', 'id': '" + precinct + "'}"),
                reason,
                referral -> referral.put("state", "WITHDRAWN")
                        .put("withdrawnAt", story.now().toString()));
        for (var offer : asked) {
            if (Json.text(offer, "state").equals("WITHDRAWN") || isOfHolder(offer, referrals.get(id))) {
                story.feeds(
                        Json.text(offer, "center"),
                        "OFFER_WITHDRAWN",
                        id,
                        offer.path("number").asInt());
            }
        }
    }

    private static boolean isOfHolder(JsonNode offer, JsonNode referral) {
        return Json.text(offer, "state").equals("ACCEPTED")
                && Json.text(offer, "center").equals(Json.text(referral, "center"));
    }

    /** session-service told of a session: the referral has its end with it. */
    void heldAndClosed(String id, String session, String outcome, String at, String resolution) {
        tells(
                "session-held",
                id,
                Story.json(SYSTEM),
                null,
                referral -> referral.withArray("sessions")
                        .addObject()
                        .put("session", session)
                        .put("outcome", outcome)
                        .put("heldAt", at));
        closed(id, Story.json(SYSTEM), "MEDIATED", resolution);
    }

    void acknowledges(String center, long upTo) {
        story.asks(
                "center-" + center,
                Deed.ACKNOWLEDGE_INBOX,
                center,
                Story.json("{'upTo': " + upTo + "}"),
                Story.json("{'upTo': " + upTo + "}"));
        story.acknowledged.put(center, upTo);
    }

    /** A webhook with a line of the center's feed. */
    void delivers(String center, long n, int answered) {
        var line = story.feeds.stream()
                .filter(one -> one.center().equals(center) && one.n() == n)
                .findFirst()
                .orElseThrow();
        var type = line.kind().equals("OFFER") ? "org.parley.inbox.offer.v1" : "org.parley.inbox.offer-withdrawn.v1";
        story.deliveries.add(new Delivery(
                center,
                center + "/" + n,
                type,
                line.referral(),
                true,
                "{\"id\":\"" + center + "/" + n + "\",\"type\":\"" + type + "\"}",
                answered,
                story.now()));
    }

    private ObjectNode submission(String precinct, String reference, String... stops) {
        var body = Story.example("intake.referral");
        body.put("reference", reference).put("command", "PCT-" + precinct.substring("precinct-".length()));
        body.put("contactVia", "PRECINCT").remove(List.of("urgency", "contacts"));
        for (var stop : stops) {
            ((ObjectNode) body.get("screening")).put(stop, true);
        }
        return body;
    }

    private String submitted(String channel, String precinct, String reference, String center, ObjectNode body) {
        var id = Story.id(precinct + reference);
        references.put(id, reference);
        story.stores("referrals", id);
        var referral = (ObjectNode) Story.example("referral.submitted").get("referral");
        referral.put("id", id)
                .put("command", Json.text(body, "command"))
                .put("borough", center.equals("nypi") ? "BROOKLYN" : "BRONX")
                .put("channel", channel)
                .put("submittedAt", story.now().toString());
        referrals.put(id, referral);
        var actor = Story.json("{'role': 'precinct-system', 'id': '" + precinct + "'}");
        if (body.get("screening").get("arrestMade").asBoolean()) {
            tells(
                    "screened-out",
                    id,
                    actor,
                    "ARREST_MADE",
                    one -> one.put("state", "SCREENED_OUT").put("screenedOutFor", "ARREST_MADE"));
            return id;
        }
        tells("submitted", id, actor, null, _ -> {});
        offers(id, center, Story.json(SYSTEM), null);
        return id;
    }

    void offers(String id, String center, ObjectNode actor, @Nullable String reason) {
        var number = referrals.get(id).get("offers").size() + 1;
        tells(
                "offered",
                id,
                actor,
                reason,
                one -> one.put("state", "OFFERED")
                        .withArray("offers")
                        .addObject()
                        .put("number", number)
                        .put("center", center)
                        .put("state", "PENDING")
                        .put("offeredAt", story.now().toString())
                        .put("deadline", "2026-11-30T22:00:00Z")
                        .putNull("decidedAt")
                        .putNull("reason"));
        story.feeds(center, "OFFER", id, number);
    }

    /** As it is now. */
    ObjectNode referral(String id) {
        return referrals.get(id);
    }

    private void closed(String id, ObjectNode actor, String reason, @Nullable String resolution) {
        tells(
                "closed",
                id,
                actor,
                reason,
                referral -> referral.put("state", "CLOSED")
                        .put("closedAt", story.now().toString())
                        .put("closeReason", reason)
                        .put("resolution", resolution));
    }

    private void offer(String id, String center, String state, @Nullable String reason) {
        for (var offer : referrals.get(id).get("offers")) {
            if (Json.text(offer, "center").equals(center)) {
                ((ObjectNode) offer)
                        .put("state", state)
                        .put("decidedAt", story.now().toString())
                        .put("reason", reason);
            }
        }
    }

    void tells(String past, String id, ObjectNode actor, @Nullable String reason, Consumer<ObjectNode> change) {
        var referral = referrals.get(id);
        change.accept(referral);
        var data = Story.json("{}");
        data.set("actor", actor);
        data.put("reason", reason);
        data.set("referral", referral);
        story.tells("referral." + past, id, data);
        story.referrals.put(references.get(id), view(id));
        if (Json.text(referral, "state").equals("UNPLACED")
                || referral.path("due").path("level").asInt(0) > 1) {
            story.worklist.add(id);
        } else {
            story.worklist.remove(id);
        }
    }

    /** As the precinct sees it now. */
    private ObjectNode view(String id) {
        var referral = referrals.get(id);
        var view = Story.json("{}");
        view.put("reference", references.get(id));
        for (var field : List.of(
                "id",
                "state",
                "command",
                "type",
                "urgency",
                "submittedAt",
                "occurredAt",
                "screenedOutFor",
                "center",
                "acceptedAt",
                "scheduledFor",
                "closedAt",
                "resolution")) {
            view.set(field, referral.get(field));
        }
        view.putNull("offeredTo");
        for (var offer : referral.get("offers")) {
            if (Json.text(offer, "state").equals("PENDING")) {
                view.set("offeredTo", offer.get("center"));
            }
        }
        return view.put("version", 1).deepCopy();
    }

    static ObjectNode actor(String center) {
        return Story.json("{'role': 'center-system', 'id': 'center-" + center + "'}");
    }
}

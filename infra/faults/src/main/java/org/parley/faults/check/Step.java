package org.parley.faults.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Event;
import tools.jackson.databind.JsonNode;

/**
 * One event of a referral, read.
 *
 * @param past what happened, as {@code session-held}
 * @param referral as it was afterwards
 * @param center that has it; empty if none has
 */
record Step(
        Event event,
        String past,
        JsonNode referral,
        String state,
        String center,
        List<Offer> offers,
        List<Held> sessions) {

    record Offer(int number, String center, String state, String reason) {

        boolean isOpen() {
            return state.equals("PENDING");
        }
    }

    record Held(String session, String outcome, @Nullable Instant at) {}

    static Step of(Event event) {
        var referral = Events.state(event);
        return new Step(
                event,
                Events.past(event),
                referral,
                Json.text(referral, "state"),
                Json.text(referral, "center"),
                Json.items(referral, "offers").map(Step::offer).toList(),
                Json.items(referral, "sessions").map(Step::held).toList());
    }

    String id() {
        return event.subject();
    }

    boolean is(String what) {
        return past.equals(what);
    }

    String reason() {
        return Json.text(event.data(), "reason");
    }

    boolean bySystem() {
        return Json.text(event.data().path("actor"), "role").equals("system");
    }

    List<Offer> open() {
        return offers.stream().filter(Offer::isOpen).toList();
    }

    boolean isAsking(String other) {
        return open().stream().anyMatch(offer -> offer.center().equals(other));
    }

    @Override
    public String toString() {
        return past + " of " + id() + ":" + event.sequence();
    }

    private static Offer offer(JsonNode offer) {
        return new Offer(
                offer.path("number").asInt(0),
                Json.text(offer, "center"),
                Json.text(offer, "state"),
                Json.text(offer, "reason"));
    }

    private static Held held(JsonNode held) {
        return new Held(Json.text(held, "session"), Json.text(held, "outcome"), Json.instant(held, "heldAt"));
    }
}

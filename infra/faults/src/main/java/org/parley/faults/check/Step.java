package org.parley.faults.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    record Offer(
            int number,
            String center,
            String state,
            String reason,
            @Nullable Instant deadline) {

        boolean isOpen() {
            return state.equals("PENDING");
        }

        Offer until(@Nullable Instant other) {
            return new Offer(number, center, state, reason, other);
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
        return isBy("system");
    }

    boolean isBy(String role) {
        return Json.text(event.data().path("actor"), "role").equals(role);
    }

    /** The client that did it. */
    String actor() {
        return Json.text(event.data().path("actor"), "id");
    }

    /** Whether the referral has a value there. */
    boolean shows(String field) {
        return Json.isThere(referral.path(field));
    }

    boolean isBefore(@Nullable Instant other) {
        return other != null && event.time().isBefore(other);
    }

    List<Offer> open() {
        return offers.stream().filter(Offer::isOpen).toList();
    }

    /** The offer by which its center has it; what the center gave back before stays accepted, too. */
    Optional<Offer> taken() {
        return offers.reversed().stream()
                .filter(offer ->
                        offer.state().equals("ACCEPTED") && offer.center().equals(center))
                .findFirst();
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
                Json.text(offer, "reason"),
                Json.instant(offer, "deadline"));
    }

    private static Held held(JsonNode held) {
        return new Held(Json.text(held, "session"), Json.text(held, "outcome"), Json.instant(held, "heldAt"));
    }
}

package org.parley.faults.check;

import static java.util.Map.entry;

import java.util.Map;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import tools.jackson.databind.JsonNode;

/** Which deed brings a referral to which step. */
final class Causes {

    /** By what happened. What is not here nobody asks for: it follows. */
    static final Map<String, Deed> DEEDS = Map.ofEntries(
            entry("amended", Deed.AMEND_REFERRAL),
            entry("offered", Deed.PLACE),
            entry("accepted", Deed.ACCEPT),
            entry("declined", Deed.DECLINE),
            entry("contacted", Deed.CONTACT),
            entry("scheduled", Deed.SCHEDULE),
            entry("put-on-hold", Deed.HOLD),
            entry("released", Deed.RELEASE),
            entry("transferred", Deed.TRANSFER),
            entry("closed", Deed.CLOSE),
            entry("withdrawn", Deed.WITHDRAW_REFERRAL),
            entry("entered-in-error", Deed.ENTER_IN_ERROR));

    private Causes() {}

    /** Whether the step is what the deed asked for: the same referral, client, center, reason, time. */
    static boolean isWhatWasAsked(Asked asked, Step step) {
        var center = Deeds.center(asked);
        var reason = Json.text(asked.body(), "reason");
        return DEEDS.get(step.past()) == asked.deed()
                && step.id().equals(asked.subject())
                && step.actor().equals(asked.client())
                && switch (step.past()) {
                    case "amended" -> Amendments.isIn(asked, step);
                    case "offered" ->
                        step.reason().equals("BY_HAND") && step.isAsking(Json.text(asked.body(), "center"));
                    case "accepted", "contacted", "released" -> step.center().equals(center);
                    case "declined" -> step.reason().equals(reason) && hasDeclined(step, center, reason);
                    case "scheduled" ->
                        step.center().equals(center)
                                && Json.same(
                                        asked.body().path("at"), step.referral().path("scheduledFor"));
                    case "put-on-hold" ->
                        step.center().equals(center)
                                && step.reason().equals(reason)
                                && isHeld(asked, step.referral().path("hold"));
                    case "transferred" -> step.reason().equals(reason) && hadAccepted(step, center);
                    case "closed" ->
                        step.center().equals(center) && step.reason().equals(reason);
                    case "withdrawn", "entered-in-error" -> step.reason().equals(reason);
                    default -> false;
                };
    }

    private static boolean isHeld(Asked asked, JsonNode hold) {
        return Json.same("until", asked.body(), hold) && Json.same("reason", asked.body(), hold);
    }

    private static boolean hadAccepted(Step step, String center) {
        return step.offers().stream()
                .anyMatch(
                        offer -> offer.center().equals(center) && offer.state().equals("ACCEPTED"));
    }

    private static boolean hasDeclined(Step step, String center, String reason) {
        return step.offers().stream()
                .anyMatch(offer -> offer.center().equals(center)
                        && offer.state().equals("DECLINED")
                        && offer.reason().equals(reason));
    }
}

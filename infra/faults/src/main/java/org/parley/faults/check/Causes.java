package org.parley.faults.check;

import java.util.Map;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;

/** Which deed brings a referral to which step. */
final class Causes {

    /** By what happened. What is not here nobody asks for: it follows. */
    static final Map<String, Deed> DEEDS = Map.of(
            "accepted", Deed.ACCEPT,
            "declined", Deed.DECLINE,
            "scheduled", Deed.SCHEDULE,
            "closed", Deed.CLOSE,
            "withdrawn", Deed.WITHDRAW_REFERRAL);

    private Causes() {}

    /** Whether the step is what the deed asked for: the same referral, center, reason, time. */
    static boolean isWhatWasAsked(Asked asked, Step step) {
        var center = Deeds.center(asked);
        var reason = Json.text(asked.body(), "reason");
        return DEEDS.get(step.past()) == asked.deed()
                && step.id().equals(asked.subject())
                && switch (step.past()) {
                    case "accepted" -> step.center().equals(center);
                    case "declined" -> step.reason().equals(reason) && hasDeclined(step, center, reason);
                    case "scheduled" ->
                        step.center().equals(center)
                                && Json.same(
                                        asked.body().path("at"), step.referral().path("scheduledFor"));
                    case "closed" ->
                        step.center().equals(center) && step.reason().equals(reason);
                    case "withdrawn" -> step.reason().equals(reason);
                    default -> false;
                };
    }

    private static boolean hasDeclined(Step step, String center, String reason) {
        return step.offers().stream()
                .anyMatch(offer -> offer.center().equals(center)
                        && offer.state().equals("DECLINED")
                        && offer.reason().equals(reason));
    }
}

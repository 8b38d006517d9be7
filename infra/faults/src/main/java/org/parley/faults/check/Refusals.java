package org.parley.faults.check;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;

/**
 * A step of a referral is refused only where the domain refuses it, and only if the referral had come to a point where
 * it does. Anything else is a failure that calls itself a refusal.
 */
final class Refusals implements Rule {

    private static final String PROBLEM = "urn:parley:problem:";
    private static final String OVER = "referral-over";
    private static final String NOT_ACCEPTED = "not-accepted";

    private static final Map<Deed, Set<String>> KINDS = Map.ofEntries(
            entry(Deed.AMEND_REFERRAL, Set.of(OVER, "referral-taken")),
            entry(Deed.WITHDRAW_REFERRAL, Set.of(OVER)),
            entry(Deed.ENTER_IN_ERROR, Set.of(OVER)),
            entry(Deed.ACCEPT, Set.of("offer-over")),
            entry(Deed.DECLINE, Set.of("offer-over")),
            entry(Deed.CONTACT, Set.of(OVER, NOT_ACCEPTED)),
            entry(Deed.SCHEDULE, Set.of(OVER, NOT_ACCEPTED, "on-hold")),
            entry(Deed.HOLD, Set.of(OVER, NOT_ACCEPTED)),
            entry(Deed.RELEASE, Set.of(OVER, NOT_ACCEPTED)),
            entry(Deed.TRANSFER, Set.of(OVER, NOT_ACCEPTED, "not-transferable")),
            entry(Deed.PLACE, Set.of(OVER, "not-unplaced")),
            entry(Deed.CLOSE, Set.of(OVER, NOT_ACCEPTED)));

    private static final Set<String> TAKEN = Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD");
    private static final Set<String> ENDS = Set.of("SCREENED_OUT", "CLOSED", "WITHDRAWN", "ENTERED_IN_ERROR");

    @Override
    public void check(Run run, Consumer<String> broken) {
        KINDS.forEach((deed, kinds) -> run.deeds().refused(deed).forEach(asked -> {
            var kind = Json.text(asked.answer(), "type").replace(PROBLEM, "");
            if (asked.status() != 409 || !kinds.contains(kind)) {
                broken.accept(what(asked) + " was refused with " + asked.status() + " " + kind);
            } else if (run.course(asked.subject()).stream().noneMatch(step -> explains(run, step, kind, asked))) {
                broken.accept(what(asked) + " was refused with " + kind + ", which it had not come to");
            }
        }));
    }

    private static boolean explains(Run run, Step step, String kind, Asked asked) {
        return run.deeds().canBeKnown(asked, step.event().time()) && isSo(step, kind, Deeds.center(asked));
    }

    private static boolean isSo(Step step, String kind, String center) {
        return switch (kind) {
            case OVER -> ENDS.contains(step.state());
            case NOT_ACCEPTED -> !step.center().equals(center);
            case "offer-over" ->
                step.offers().stream().anyMatch(offer -> offer.center().equals(center) && !offer.isOpen());
            case "referral-taken" -> TAKEN.contains(step.state());
            case "on-hold" -> step.state().equals("ON_HOLD");
            case "not-transferable" ->
                TAKEN.contains(step.state()) && !step.state().equals("ACCEPTED");
            case "not-unplaced" -> !step.state().equals("UNPLACED") && !ENDS.contains(step.state());
            default -> false;
        };
    }

    private static String what(Asked asked) {
        return asked.deed() + " of referral " + asked.subject() + " by " + asked.client();
    }
}

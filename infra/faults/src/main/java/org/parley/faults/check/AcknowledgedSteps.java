package org.parley.faults.check;

import java.util.function.Consumer;
import org.parley.faults.history.Asked;

/** What a center, a precinct or a coordinator did with a referral has happened, as it was asked for. */
final class AcknowledgedSteps implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        Causes.DEEDS.forEach((past, deed) -> run.deeds().done(deed).forEach(asked -> {
            if (run.course(asked.subject()).stream().noneMatch(step -> tells(step, past, asked))) {
                broken.accept(deed + " of referral " + asked.subject() + " by " + asked.client()
                        + " was acknowledged, and no event tells what was asked for");
            }
        }));
    }

    /**
     * Who withdraws what is withdrawn is answered as the first one was, whatever the reason. The first contact may have
     * been made otherwise: by planning a session, or by holding one. A release without a hold would be answered, too, but
     * nobody in the load asks for one before it was told of the hold.
     */
    private static boolean tells(Step step, String past, Asked asked) {
        return switch (asked.deed()) {
            case WITHDRAW_REFERRAL, ENTER_IN_ERROR -> step.is(past);
            case CONTACT ->
                step.center().equals(Deeds.center(asked))
                        && step.shows("contactedAt")
                        && isAsAnswered("contactedAt", asked, step);
            case HOLD -> Causes.isWhatWasAsked(asked, step) && isAsAnswered("hold", asked, step);
            case ACCEPT -> Causes.isWhatWasAsked(asked, step) && isAsAnswered("acceptedAt", asked, step);
            case AMEND_REFERRAL, PLACE, DECLINE, SCHEDULE, RELEASE, TRANSFER, CLOSE ->
                Causes.isWhatWasAsked(asked, step);
            default -> throw new IllegalStateException(asked.deed() + " moves no referral");
        };
    }

    private static boolean isAsAnswered(String field, Asked asked, Step step) {
        return Json.same(field, asked.answer(), step.referral());
    }
}

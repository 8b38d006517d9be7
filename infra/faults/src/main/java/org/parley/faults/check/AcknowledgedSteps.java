package org.parley.faults.check;

import java.util.function.Consumer;
import org.parley.faults.history.Asked;

/** What a center answered or a precinct took back has happened, as it was asked for. */
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

    /** Who withdraws what is withdrawn is answered as the first one was, whatever the reason. */
    private static boolean tells(Step step, String past, Asked asked) {
        return switch (asked.deed()) {
            case WITHDRAW_REFERRAL -> step.is(past);
            case ACCEPT -> Causes.isWhatWasAsked(asked, step) && isAsAnswered("acceptedAt", asked, step);
            case SCHEDULE, DECLINE, CLOSE -> Causes.isWhatWasAsked(asked, step);
            default -> throw new IllegalStateException(asked.deed() + " moves no referral");
        };
    }

    private static boolean isAsAnswered(String field, Asked asked, Step step) {
        return Json.same(field, asked.answer(), step.referral());
    }
}

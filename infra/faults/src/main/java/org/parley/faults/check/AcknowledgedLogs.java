package org.parley.faults.check;

import java.util.function.Consumer;
import org.parley.faults.history.Asked;

/** What was logged and acknowledged can be read as it was sent, and is told once. */
final class AcknowledgedLogs implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        Reports.DEEDS.forEach((kind, deed) -> run.deeds().done(deed).forEach(asked -> check(run, kind, asked, broken)));
    }

    private static void check(Run run, String kind, Asked asked, Consumer<String> broken) {
        var id = asked.subject();
        var log = run.found().logs().get(id);
        if (log == null || !run.stored(Reports.collection(kind)).contains(id)) {
            broken.accept("The " + kind + " " + id + " was acknowledged and is not there");
            return;
        }
        var wrong = Reports.differences(asked, log);
        if (!wrong.isEmpty()) {
            broken.accept("The " + kind + " " + id + " has another " + wrong + " than was sent");
        }
        if (!Json.same("loggedAt", asked.answer(), log)) {
            broken.accept("The " + kind + " " + id + " was logged at another time than was answered");
        }
        // What the platform found out later, a certificate or a referral, is told as an amendment.
        var logged = run.events().of(kind, id).stream()
                .filter(event -> Events.past(event).equals("logged"))
                .count();
        if (logged != 1) {
            broken.accept("The " + kind + " " + id + " was acknowledged, and " + logged + " events tell of it");
        }
    }
}

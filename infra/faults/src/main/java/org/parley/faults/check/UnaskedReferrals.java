package org.parley.faults.check;

import java.util.HashSet;
import java.util.function.Consumer;
import org.parley.faults.history.Asked;
import tools.jackson.databind.JsonNode;

/** There is no referral that nobody submitted. */
final class UnaskedReferrals implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.found().referrals().forEach((reference, view) -> seen(run, reference, view, broken));
        var ids = new HashSet<>(run.stored("referrals"));
        ids.addAll(run.courses().keySet());
        ids.removeAll(run.askedReferrals());
        ids.forEach(id -> broken.accept("Nobody submitted referral " + id));
    }

    private static void seen(Run run, String reference, JsonNode view, Consumer<String> broken) {
        var asked = Submissions.DEEDS.stream()
                .flatMap(deed -> run.deeds().possible(deed, reference))
                .toList();
        var id = Json.text(view, "id");
        if (asked.isEmpty()) {
            broken.accept("Nobody submitted referral " + id + " of " + reference + ", or was refused");
        } else if (asked.stream().noneMatch(one -> isIt(run, one, id, view))) {
            broken.accept("Referral " + id + " of " + reference + " is not what anybody submitted");
        }
    }

    /** Over Kafka it is taken whenever the service comes to it. */
    private static boolean isIt(Run run, Asked asked, String id, JsonNode view) {
        var course = run.course(id);
        return Submissions.notShown(asked, view, course).isEmpty()
                && (course.isEmpty()
                        || run.deeds().hadBegun(asked, course.getFirst().event().time()));
    }
}

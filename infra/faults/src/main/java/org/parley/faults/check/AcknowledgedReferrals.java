package org.parley.faults.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;

/** What was submitted and acknowledged, by the service or by the broker, is a referral with just that in it. */
final class AcknowledgedReferrals implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        Submissions.DEEDS.forEach(deed -> run.deeds().done(deed).forEach(asked -> check(run, asked, broken)));
    }

    private static void check(Run run, Asked asked, Consumer<String> broken) {
        var reference = asked.subject();
        var view = run.found().referrals().get(reference);
        if (view == null) {
            broken.accept(asked.deed() + " of " + reference + " was acknowledged, and there is no such referral");
            return;
        }
        var id = Json.text(view, "id");
        var wrong = Submissions.notShown(asked, view, run.course(id));
        if (!wrong.isEmpty()) {
            broken.accept("Referral " + id + " of " + reference + " has another " + wrong + " than was acknowledged");
        }
        if (asked.deed() == Deed.POST_REFERRAL) {
            List.of("id", "reference", "submittedAt").stream()
                    .filter(field -> !Json.same(field, asked.answer(), view))
                    .forEach(field -> broken.accept(
                            "Referral " + id + " of " + reference + " has another " + field + " than was answered"));
        }
        if (!run.stored("referrals").contains(id)) {
            broken.accept("Referral " + id + " of " + reference + " was acknowledged and is not in the store");
        }
        firstEvent(run, asked, id, broken);
    }

    private static void firstEvent(Run run, Asked asked, String id, Consumer<String> broken) {
        var course = run.course(id);
        if (course.isEmpty()) {
            broken.accept("Referral " + id + " of " + asked.subject() + " was acknowledged, and no event tells of it");
            return;
        }
        // The same may have been submitted on both ways; the first that came in is told.
        var told = Submissions.DEEDS.stream()
                .flatMap(deed -> run.deeds().possible(deed, asked.subject()))
                .anyMatch(one -> Submissions.notTold(one, course.getFirst()).isEmpty());
        if (!told) {
            broken.accept(course.getFirst() + " tells another " + Submissions.notTold(asked, course.getFirst())
                    + " than was acknowledged");
        }
    }
}

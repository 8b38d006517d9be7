package org.parley.faults.check;

import java.util.function.Consumer;

/** What was put on hold comes back to where it was, and waits since then however often its day changes. */
final class Holds implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.courses().values().forEach(course -> {
            var from = "";
            for (var i = 1; i < course.size(); i++) {
                var before = course.get(i - 1);
                var step = course.get(i);
                if (step.is("put-on-hold") && !before.state().equals("ON_HOLD")) {
                    from = before.state();
                } else if (step.is("put-on-hold") && !isSince(before, step)) {
                    broken.accept(step + " lets it wait since another time than before");
                }
                if (step.is("released") && !step.state().equals(from)) {
                    broken.accept(step + " leads to " + step.state() + ", and it was put on hold when " + from);
                }
            }
        });
    }

    private static boolean isSince(Step before, Step step) {
        return Json.same(
                "since", before.referral().path("hold"), step.referral().path("hold"));
    }
}

package org.parley.faults.check;

import java.util.function.Consumer;

/** A coordinator is shown each referral that no center has and nobody is asked for, and none that needs nobody. */
final class Worklist implements Rule {

    /** So often overdue, a coordinator learns of it, too. */
    private static final int ESCALATED = 2;

    @Override
    public void check(Run run, Consumer<String> broken) {
        var shown = run.found().worklist();
        run.courses().forEach((id, course) -> {
            var last = course.getLast();
            if (needsCoordinator(last) && !shown.contains(id)) {
                broken.accept("Referral " + id + " is " + last.state() + ", and no coordinator is shown it");
            }
            if (!needsCoordinator(last) && shown.contains(id)) {
                broken.accept("Referral " + id + " is " + last.state() + ", and a coordinator is shown it");
            }
        });
        shown.stream()
                .filter(id -> run.course(id).isEmpty())
                .forEach(id -> broken.accept("A coordinator is shown referral " + id + ", which there is not"));
    }

    private static boolean needsCoordinator(Step last) {
        return last.state().equals("UNPLACED")
                || last.referral().path("due").path("level").asInt(0) >= ESCALATED;
    }
}

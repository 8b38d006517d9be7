package org.parley.faults.check;

import java.util.function.Consumer;

/** A referral is with one center at most: after every event there is one open offer, or one center has it, or neither. */
final class OpenOffers implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.courses()
                .values()
                .forEach(course -> course.forEach(step -> {
                    var open = step.open().size();
                    if (open > 1) {
                        broken.accept("After " + step + " there are " + open + " open offers");
                    }
                    if (open > 0 && !step.center().isEmpty()) {
                        broken.accept(
                                "After " + step + " an offer is open, and " + step.center() + " has the referral");
                    }
                }));
    }
}

package org.parley.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Found;

/** Holds a history against what was found when the platform had settled. */
public final class Checker {

    static final List<Rule> RULES = List.of(
            new AcknowledgedReferrals(),
            new AcknowledgedSteps(),
            new Refusals(),
            new AcknowledgedInboxes(),
            new AcknowledgedTrainings(),
            new AcknowledgedSeats(),
            new AcknowledgedAttendance(),
            new AcknowledgedLogs(),
            new UnaskedReferrals(),
            new UnaskedSteps(),
            new UnaskedTrainings(),
            new UnaskedSeats(),
            new UnaskedLogs(),
            new Sequences(),
            new StoresAndTopics(),
            new FollowUps(),
            new OpenOffers(),
            new Courses(),
            new Holds(),
            new Worklist(),
            new Feeds(),
            new Webhooks(),
            new Seats(),
            new OneSeatEach(),
            new Facts(),
            new Figures(),
            new Published(),
            new Rebuilt(),
            new Revisions(),
            new DeadLetters());

    private Checker() {}

    /** Empty when every promise was kept. */
    public static List<Violation> check(List<Asked> history, Found found) {
        var run = Run.of(history, found);
        var violations = new ArrayList<Violation>();
        for (var rule : RULES) {
            try {
                rule.check(run, what -> violations.add(new Violation(rule.name(), what)));
            } catch (RuntimeException e) {
                // What one rule chokes on must not hide what the others see.
                violations.add(new Violation(rule.name(), "could not be checked: " + e + at(e)));
            }
        }
        return List.copyOf(violations);
    }

    private static String at(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}

package org.parley.enrollment.ui;

import java.util.Map;

/** Why something can't be, for people. */
final class RefusalWords {

    static final String CHANGED = "Somebody else was faster. This is how it stands now: look, then decide again.";

    static final String TO_COME = "Attendance is recorded when its day has come.";

    private static final Map<String, String> OF_PROBLEMS = Map.ofEntries(
            Map.entry("training-not-open", "This training is not open: it hasn't been opened, or it is over."),
            Map.entry("training-not-draft", "This training is no draft any more."),
            Map.entry("training-without-trainer", "Name a trainer first."),
            Map.entry("training-over", "This training is over."),
            Map.entry("training-not-running", "No attendance has been recorded yet."),
            Map.entry("enrollment-over", "The officer has neither a seat nor a place in the line any more."),
            Map.entry("enrollment-not-requested", "This request has been decided already."),
            Map.entry("has-attended", "The officer has attended a day here. The other days can be made up elsewhere."),
            Map.entry(
                    "already-on-roster",
                    "The officer is on the roster of that cohort already. Who has left it withdraws here, and is"
                            + " enrolled there again."),
            Map.entry(
                    "no-seat-there", "That cohort has no seat free now, and a seat is given up only for another one."),
            Map.entry("nothing-to-make-up", "The officer has no day to make up in that cohort."),
            Map.entry("day-attended", "The officer was there on that day."),
            Map.entry("day-has-attendance", "Attendance of that day has been recorded: it stays where it was."),
            Map.entry("not-sign-in-time", "Sign-in is on the training's days only, until they end."),
            Map.entry("wrong-code", "That is not the code of this minute. Look at the screen again."),
            Map.entry("too-many-wrong-codes", "Too many wrong codes for today. Ask your trainer to record you."),
            Map.entry("seat-elsewhere", "There is a seat in another training already. Only one at a time."),
            Map.entry("training-not-completed", "Officers are asked once the training is completed."),
            Map.entry(
                    "link-drawn",
                    "Your link was drawn before. It was shown that once. If it is lost, tell whoever runs the cohort:"
                            + " while nobody has answered, all links can be drawn again."),
            Map.entry("links-changed", CHANGED),
            Map.entry("roster-full", "The waiting list is full."));

    private RefusalWords() {}

    /** What no page has words for yet is said as the rules say it. */
    static String of(String problem, String detail) {
        return OF_PROBLEMS.getOrDefault(problem, detail);
    }

    static String ofRule(String rule) {
        return rule.startsWith("must match")
                ? "Use letters, digits, dots, dashes and underscores, 32 at most."
                : "This " + rule + ".";
    }
}

package org.parley.enrollment.ui;

import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.Waiting;
import org.parley.enrollment.WaitsFor;

/**
 * Where an officer stands, in plain words.
 *
 * @param state the state in a word or two
 * @param why what it waits for, or came to; empty where the state says all
 */
record Standing(String state, String why) {

    static Standing of(Waiting waiting, Enrollment enrollment) {
        return switch (enrollment.state()) {
            case REQUESTED -> new Standing("Asked for", "Waits for the commander's approval.");
            case WAITLISTED -> new Standing("Waiting list", waits(waiting.of(enrollment)));
            case ENROLLED -> new Standing("Enrolled", "Has a seat.");
            case DECLINED -> new Standing("Declined", Words.reason(enrollment.reason()) + ".");
            case WITHDRAWN -> new Standing("Withdrawn", Words.reason(enrollment.reason()) + ".");
            case COMPLETED -> new Standing("Completed", "Was there on all four days.");
            case INCOMPLETE -> new Standing("Incomplete", "Days are missing; they can be made up in another cohort.");
            case NO_SHOW ->
                new Standing("Was not there", "All days are missing; they can be made up in another cohort.");
        };
    }

    private static String waits(@Nullable WaitsFor what) {
        return switch (what) {
            case COMMAND_CAP -> "Waits until a seat of the command comes free: it has all it may have in this cohort.";
            case BOROUGH_CAP -> "Waits until a seat of the borough comes free: it has all it may have in this cohort.";
            case SEAT -> "Waits until a seat comes free.";
            case null -> "Gets the next seat.";
        };
    }
}

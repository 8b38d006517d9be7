package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import java.util.List;

/** What becomes of somebody's wish for links. */
public sealed interface Drawing {

    /**
     * This is the only time that anybody sees them.
     *
     * @param closesOn from this day on they are no good
     */
    record Drawn(EvaluationKind kind, LocalDate closesOn, List<String> tokens) implements Drawing {

        /** Without them. */
        @Override
        public String toString() {
            return "Drawn";
        }
    }

    /** Not as it stands. */
    record Impossible(String problem, String detail) implements Drawing {}

    /** What it is about is not there, or not for the one who asks. */
    record Unknown() implements Drawing {}
}

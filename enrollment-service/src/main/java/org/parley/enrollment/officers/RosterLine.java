package org.parley.enrollment.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.starter.web.Violation;

/**
 * A line of a roster: either a row or what is wrong with it.
 *
 * @param number in the file, from 1, at which it starts
 */
record RosterLine(long number, @Nullable RosterRow row, List<Violation> violations) {

    RosterLine {
        violations = List.copyOf(violations);
    }

    RosterLine refused(String field, String rule) {
        return new RosterLine(number, null, List.of(new Violation(field, rule)));
    }
}

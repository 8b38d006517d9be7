package org.parley.enrollment.officers;

import java.util.List;
import org.parley.starter.web.Violation;

/** What becomes of an officer's move. */
public sealed interface Move {

    /** Also when the officer served there already. */
    record Made(KnownOfficer officer) implements Move {}

    record Invalid(List<Violation> violations) implements Move {}

    /** There is no such officer. */
    record Unknown() implements Move {}
}

package org.parley.faults.check;

import java.util.Locale;
import java.util.function.Consumer;

/** One thing that must be so after every run. */
interface Rule {

    /** @param broken takes a sentence for each case in which it is not so */
    void check(Run run, Consumer<String> broken);

    /** As it is called in a report: {@code AcknowledgedLogs} is {@code acknowledged-logs}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

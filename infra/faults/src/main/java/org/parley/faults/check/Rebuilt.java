package org.parley.faults.check;

import java.util.function.Consumer;

/** Counted anew from the start of the topics, the figures are the same to the digit. */
final class Rebuilt implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        Recount.compare("when rebuilt", run.found().figures(), run.found().rebuilt(), broken);
    }
}

package org.parley.faults.check;

import java.util.function.Consumer;

/** Every figure, by metric, day and dimensions, is what a plain recount of the events gives. */
final class Figures implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        Recount.compare(
                "as counted",
                Recount.byDay(run.events()),
                Recount.known(run.found().figures()),
                broken);
    }
}

package org.parley.faults.check;

import java.util.function.Consumer;

/** Every figure on the topic of figures is, in its last revision, what a plain recount of the events gives. */
final class Published implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        var right = Recount.published(Recount.byDay(run.events()));
        Recount.compare("as published", right, run.found().published(), broken);
    }
}

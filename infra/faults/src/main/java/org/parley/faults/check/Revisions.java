package org.parley.faults.check;

import java.util.function.Consumer;

/** The revisions of a published figure never fall. */
final class Revisions implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.found().fallenRevisions().forEach(key -> broken.accept("The revision of " + key + " fell"));
    }
}

package org.parley.faults.check;

import java.util.function.Consumer;

/** The load sends nothing that can't be taken, so there is no dead letter. */
final class DeadLetters implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.found().deadLetters().forEach(letter -> broken.accept("There is a dead letter: " + letter));
    }
}

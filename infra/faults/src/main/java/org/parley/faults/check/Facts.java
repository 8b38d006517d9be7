package org.parley.faults.check;

import java.util.HashMap;
import java.util.function.Consumer;

/** Reporting has a fact for each aggregate that counts, at its last event, and for nothing else. */
final class Facts implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        var right = new HashMap<String, Long>();
        Recount.KINDS.forEach(kind -> run.events()
                .of(kind)
                .forEach((id, its) -> right.put(kind + "/" + id, its.getLast().sequence())));
        right.forEach((fact, sequence) -> {
            long is = run.found().facts().getOrDefault(fact, 0L);
            if (is != sequence) {
                broken.accept("The fact " + fact + " stands at " + is + ", and the last event is " + sequence);
            }
        });
        run.found().facts().keySet().stream()
                .filter(fact -> !right.containsKey(fact))
                .forEach(fact -> broken.accept("The fact " + fact + " is of nothing that any event tells of"));
    }
}

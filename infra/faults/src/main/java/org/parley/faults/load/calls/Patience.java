package org.parley.faults.load.calls;

import java.time.Duration;

/**
 * How long clients wait.
 *
 * @param attempt for one answer
 * @param deed for being told what became of a deed, however many attempts that takes
 * @param broker for one acknowledgement of the broker, the producer's own attempts included
 */
public record Patience(Duration attempt, Duration deed, Duration broker) {

    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30));
}

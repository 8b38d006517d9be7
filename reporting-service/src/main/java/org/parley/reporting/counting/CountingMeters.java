package org.parley.reporting.counting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counting as an operator sees it. */
class CountingMeters {

    private final Counter duplicates;
    private final Counter gaps;
    private final Counter lostGuards;

    CountingMeters(MeterRegistry registry) {
        duplicates = Counter.builder("parley.events.duplicates")
                .description("Events dropped because the same or a newer one was known")
                .tag("collection", "facts")
                .register(registry);
        gaps = Counter.builder("parley.events.gaps")
                .description("Sequence numbers that were not seen before a higher one")
                .tag("collection", "facts")
                .register(registry);
        lostGuards = Counter.builder("parley.reporting.guards.lost")
                .description("Polls run again because another copy wrote the same partition")
                .register(registry);
    }

    void duplicate() {
        duplicates.increment();
    }

    void gap(long missing) {
        gaps.increment((double) missing);
    }

    void lostGuard() {
        lostGuards.increment();
    }
}

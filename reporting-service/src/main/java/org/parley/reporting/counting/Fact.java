package org.parley.reporting.counting;

import org.parley.reporting.Contribution;

/** What is known of one foreign aggregate: up to which of its events, and what it adds. */
record Fact(String id, long sequence, int partition, Contribution contribution) {

    static Fact unknown(Told told) {
        return new Fact(told.aggregate(), 0, told.source().partition(), Contribution.NONE);
    }

    Fact after(Told told) {
        return new Fact(id, told.sequence(), partition, told.contribution());
    }
}

package org.parley.bench.delivery;

import java.time.Duration;
import org.parley.bench.harness.Canary;
import org.parley.bench.harness.Latency;
import org.parley.bench.harness.VoidRun;

/**
 * How much the machine may disturb a round.
 *
 * @param standstill how long nothing on it may have run
 * @param late by how much one start in a hundred may be late: beyond, it was not the schedule that was followed
 */
record Bounds(Duration standstill, Duration late) {

    /** By so much the wall clock may go wrong in a round: times of several processes are compared by it. */
    private static final Duration DRIFT = Duration.ofMillis(20);

    /** Of what is not measured. */
    static final Bounds NONE = new Bounds(Duration.ofHours(1), Duration.ofHours(1));

    void check(Canary canary) {
        canary.check(standstill, DRIFT);
    }

    void onTime(Latency starts) {
        VoidRun.unless(
                starts.millis(99) <= late.toMillis(), "one start in a hundred was %.0f ms late", starts.millis(99));
    }
}

package org.parley.bench.harness;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A timer that has nothing to do but to be on time. How late it is shows what the machine itself did to everybody, and
 * what the wall clock did meanwhile, by which the times of several processes are compared.
 */
public final class Canary implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Latency late = new Latency();
    private final long clock = clock();
    private final Thread thread = Thread.ofPlatform().daemon().name("canary").start(this::sing);
    private volatile boolean over;

    private void sing() {
        while (!over) {
            var due = System.nanoTime() + PAUSE;
            LockSupport.parkNanos(PAUSE);
            late.add(System.nanoTime() - due);
        }
    }

    /** As figures {@code canary p99} and {@code canary max}, in milliseconds. */
    public Figures figures() {
        return Figures.of("canary p99", late.millis(99)).and("canary max", late.millis(100));
    }

    /**
     * @param longest that the machine may have stood still
     * @param drift of the wall clock against the one that only counts
     */
    public void check(Duration longest, Duration drift) {
        check(late.millis(100), longest, Duration.ofNanos(Math.abs(clock() - clock)), drift);
    }

    static void check(double late, Duration longest, Duration drifted, Duration drift) {
        VoidRun.unless(late <= longest.toMillis(), "the machine stood still for %.0f ms", late);
        VoidRun.unless(drifted.compareTo(drift) <= 0, "the clock was set by %d ms", drifted.toMillis());
    }

    private static long clock() {
        var now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime();
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}

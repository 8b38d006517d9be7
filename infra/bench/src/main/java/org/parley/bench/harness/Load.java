package org.parley.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Clients at work.
 *
 * @param done units of work
 * @param beganMillis by the wall clock, to be compared with a record's time
 * @param beganNanos as {@link System#nanoTime} counts
 * @param latency in the closed loop from the start of each, in the open loop from its intended start
 */
public record Load(long done, Duration took, long beganMillis, long beganNanos, Latency latency) {

    /** What one client does again and again, on a connection of its own. */
    @FunctionalInterface
    public interface Work {
        /** @param intended when this was meant to start, as {@link System#nanoTime} counts */
        void once(long intended) throws Exception;
    }

    /** Parking wakes late by so much; the rest is spun. */
    private static final long SPIN_NANOS = 80_000;

    public double perSecond() {
        return done / (took.toNanos() / 1e9);
    }

    /** As many clients as that, each as fast as it is answered. */
    public static Load closed(int clients, Duration time, IntFunction<Work> client) {
        return run(clients, client, (work, latency, began) -> {
            var until = began + time.toNanos();
            var done = 0L;
            for (var now = System.nanoTime(); now < until; now = System.nanoTime()) {
                work.once(now);
                latency.recordValue(System.nanoTime() - now);
                done++;
            }
            return done;
        });
    }

    /** As many units of work as that, shared by the clients, each as fast as it is answered. */
    public static Load closed(int clients, long units, IntFunction<Work> client) {
        var left = new AtomicLong(units);
        return run(clients, client, (work, latency, _) -> {
            var done = 0L;
            while (left.getAndDecrement() > 0) {
                var now = System.nanoTime();
                work.once(now);
                latency.recordValue(System.nanoTime() - now);
                done++;
            }
            return done;
        });
    }

    /**
     * Starts at even distances whatever the answers do. When all clients are busy a start is late, which counts: its
     * latency is from when it was meant to be.
     *
     * @param clients who can be under way at once
     */
    public static Load open(int clients, double perSecond, Duration time, IntFunction<Work> client) {
        return open(clients, perSecond, Math.max(1, (long) (perSecond * time.toNanos() / 1e9)), client);
    }

    /** The same for so many starts. */
    public static Load open(int clients, double perSecond, long starts, IntFunction<Work> client) {
        return run(clients, client, new Schedule(perSecond, starts, new AtomicLong())::follow);
    }

    private record Schedule(double perSecond, long starts, AtomicLong next) {

        long follow(Work work, org.HdrHistogram.Histogram latency, long began) throws Exception {
            var done = 0L;
            for (var start = next.getAndIncrement(); start < starts; start = next.getAndIncrement()) {
                var intended = began + (long) (start * 1e9 / perSecond);
                await(intended);
                work.once(intended);
                latency.recordValue(System.nanoTime() - intended);
                done++;
            }
            return done;
        }
    }

    private static void await(long when) {
        for (var left = when - System.nanoTime(); left > 0; left = when - System.nanoTime()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private interface Loop {
        long run(Work work, org.HdrHistogram.Histogram latency, long began) throws Exception;
    }

    /** On platform threads: few clients, each of which blocks, and no poller takes part in what is measured. */
    private static Load run(int clients, IntFunction<Work> client, Loop loop) {
        var works = new ArrayList<Work>(clients);
        for (var number = 0; number < clients; number++) {
            works.add(client.apply(number));
        }
        var latency = new Latency();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var beganMillis = System.currentTimeMillis();
            var began = System.nanoTime();
            var tasks = works.stream()
                    .map(work -> (Callable<Long>) () -> {
                        var own = Latency.histogram();
                        try {
                            return loop.run(work, own, began);
                        } finally {
                            latency.add(own);
                        }
                    })
                    .map(threads::submit)
                    .toList();
            var done = sum(tasks);
            return new Load(done, Duration.ofNanos(System.nanoTime() - began), beganMillis, began, latency);
        }
    }

    private static long sum(List<Future<Long>> tasks) {
        var done = 0L;
        for (var task : tasks) {
            try {
                done += task.get(30, TimeUnit.MINUTES);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof VoidRun gone ? gone : new VoidRun("a client failed: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (java.util.concurrent.TimeoutException e) {
                throw new VoidRun("a client hangs", e);
            }
        }
        return done;
    }
}

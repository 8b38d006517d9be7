package org.parley.bench.counting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.VoidRun;

/** Looks on while a log is counted: from the first event seen counted to the last. */
final class Watch {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** @param share of the events that are counted when it is done */
    record Disturbance(double share, Runnable deed) {}

    private final Ground ground;
    private final EventLog log;
    private final Counter counter;
    private long seen;
    private long moved = System.nanoTime();

    Watch(Ground ground, EventLog log, Counter counter) {
        this.ground = ground;
        this.log = log;
        this.counter = counter;
    }

    /**
     * Rate, and processor time per event.
     *
     * @throws VoidRun if counting stands still for minutes, or the figures are not exact
     */
    Figures untilExact(List<Disturbance> disturbances) throws Exception {
        while (look() == 0) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        var cpu = ground.cpu();
        var begun = System.nanoTime();
        var before = seen;
        var ahead = new ArrayDeque<>(disturbances);
        while (look() < log.events()) {
            if (!ahead.isEmpty() && seen >= ahead.getFirst().share() * log.events()) {
                ahead.removeFirst().deed().run();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var events = log.events() - before;
        var used = ground.cpu().since(cpu, events);
        VoidRun.unless(ahead.isEmpty(), "counting was over before it could be disturbed: take more events");
        VoidRun.unless(events > 0, "counting was over before it was seen: take more events");
        Exact.check(log.figures(), counter.figures());
        return Figures.rate(events / seconds).and(used);
    }

    private long look() throws Exception {
        var now = counter.counted();
        if (now > seen) {
            seen = now;
            moved = System.nanoTime();
        }
        VoidRun.unless(
                System.nanoTime() - moved < PATIENCE.toNanos(),
                "lost: %d of %d events are counted, and nothing has moved for %s",
                seen,
                log.events(),
                PATIENCE);
        return seen;
    }
}

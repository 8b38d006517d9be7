package org.parley.starter.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The outbox as an operator sees it. */
final class RelayMeters {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer sent;
    private final Counter failed;
    private final Counter sweeps;
    private final Counter swept;
    private final AtomicLong waitingInStore = new AtomicLong();

    RelayMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.sent = Timer.builder("parley.relay.sent")
                .description("Events sent, and how long after they were written")
                .register(registry);
        this.failed = Counter.builder("parley.relay.failures")
                .description("Documents whose events could not be sent at once")
                .register(registry);
        this.sweeps = Counter.builder("parley.outbox.sweeps")
                .description("Looks into the store for events that nobody sent")
                .register(registry);
        this.swept = Counter.builder("parley.outbox.swept")
                .description("Documents found by a sweep with events that nobody sent")
                .register(registry);
        Gauge.builder("parley.outbox.store.depth", waitingInStore, AtomicLong::get)
                .description("Documents with old events that the last sweep found")
                .register(registry);
    }

    void watch(Supplier<Collection<Lane>> lanes) {
        Gauge.builder(
                        "parley.outbox.depth",
                        () -> lanes.get().stream().mapToInt(Lane::depth).sum())
                .description("Events in memory that wait to be sent")
                .register(registry);
        Gauge.builder(
                        "parley.outbox.age",
                        () -> Relay.age(lanes.get(), clock.instant()).toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest event in memory has been waiting")
                .register(registry);
    }

    void sent(OutboxEntry entry) {
        var waited = Duration.between(entry.time(), clock.instant());
        sent.record(waited.isNegative() ? Duration.ZERO : waited);
    }

    void failed() {
        failed.increment();
    }

    void swept(long documents) {
        sweeps.increment();
        swept.increment((double) documents);
        waitingInStore.set(documents);
    }
}

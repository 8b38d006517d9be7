package org.parley.reporting.messaging;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.counting.UnknownTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.stereotype.Component;

/** Stops the consumer loudly, in the log and in the health of the service, when going on would make figures wrong. */
@Component("countingHealth")
class Halt implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Halt.class);

    private final BindingsLifecycleController bindings;
    private final AtomicReference<@Nullable UnknownTopic> cause = new AtomicReference<>();

    Halt(BindingsLifecycleController bindings) {
        this.bindings = bindings;
    }

    void because(UnknownTopic e) {
        if (cause.compareAndSet(null, e)) {
            log.error("Counting has stopped, an operator must decide: {}", e.getMessage());
            // Not on the consumer's own thread: stopping waits for it.
            Thread.ofVirtual().name("halt").start(() -> bindings.stop(CountedBinding.NAME));
        }
    }

    /** @throws UnknownTopic if counting was stopped */
    void check() {
        var stopped = cause.get();
        if (stopped != null) {
            throw stopped;
        }
    }

    @Override
    public Health health() {
        var stopped = cause.get();
        return stopped == null
                ? Health.up().build()
                : Health.down()
                        .withDetail("stopped", String.valueOf(stopped.getMessage()))
                        .build();
    }
}

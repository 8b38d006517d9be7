package org.parley.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Goes as clocks do, and can be put forward. */
public final class MovableClock extends Clock {

    /** Gives the service this clock. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Injected {

        @Bean
        MovableClock clock() {
            return new MovableClock(Duration.ZERO);
        }
    }

    private final AtomicReference<Duration> ahead;

    private MovableClock(Duration ahead) {
        this.ahead = new AtomicReference<>(ahead);
    }

    public static MovableClock beginningAt(Instant begin) {
        return new MovableClock(Duration.between(Instant.now(), begin));
    }

    public void forward(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

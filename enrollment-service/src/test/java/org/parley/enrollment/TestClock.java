package org.parley.enrollment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Begins on the day after the trainings of {@link Cohorts}, goes as clocks do, and can be put forward. */
final class TestClock extends Clock {

    /** Gives the service this clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Injected {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    private final AtomicReference<Duration> ahead =
            new AtomicReference<>(Duration.between(Instant.now(), Instant.parse("2026-07-16T14:00:00Z")));

    void forward(Duration by) {
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

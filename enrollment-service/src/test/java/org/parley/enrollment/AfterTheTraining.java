package org.parley.enrollment;

import java.time.Instant;
import org.parley.testing.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the service a clock that begins on the day after the trainings of {@link Cohorts}. */
@TestConfiguration(proxyBeanMethods = false)
class AfterTheTraining {

    @Bean
    MovableClock clock() {
        return MovableClock.beginningAt(Instant.parse("2026-07-16T14:00:00Z"));
    }
}

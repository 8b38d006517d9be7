package org.parley.enrollment.timekeeping;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.starter.store.ClockCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration
class TimekeepingConfiguration {

    @Bean
    ClockCheck clockCheck(MongoTemplate mongo, TimekeepingSettings settings, MeterRegistry meters) {
        return new ClockCheck(mongo, settings.clockTolerance(), "parley.enrollment.timekeeping.suspended", meters);
    }
}

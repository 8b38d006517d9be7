package org.parley.enrollment.timekeeping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.parley.starter.store.StoreTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whether this copy's clock disagrees with the store's, which all copies share: then nothing becomes due by it. */
@Component
class ClockCheck {

    private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

    private final StoreTime storeTime;
    private final Clock clock;
    private final TimekeepingSettings settings;
    private volatile boolean wrong;

    ClockCheck(MongoTemplate mongo, Clock clock, TimekeepingSettings settings, MeterRegistry meters) {
        this.storeTime = new StoreTime(mongo);
        this.clock = clock;
        this.settings = settings;
        Gauge.builder("parley.enrollment.timekeeping.suspended", this, check -> check.wrong ? 1 : 0)
                .description("1 while this copy's clock disagrees with the store's, so that nothing becomes due here")
                .register(meters);
    }

    boolean isWrong() {
        var offset = storeTime.offset(clock.instant());
        var now = offset.compareTo(settings.clockTolerance()) > 0;
        if (now && !wrong) {
            log.error("The clock is {} s away from the store's: nothing becomes due here", offset.toSeconds());
        } else if (wrong && !now) {
            log.info("The clock agrees with the store's again");
        }
        wrong = now;
        return now;
    }
}

package org.parley.starter.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whether this copy's clock disagrees with the store's, which all copies share: nothing may become due by it then. */
public final class ClockCheck {

    private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

    private final StoreTime storeTime;
    private final Duration tolerance;
    private volatile boolean wrong;

    /** @param gauge the name of what is 1 while they disagree */
    public ClockCheck(MongoTemplate mongo, Duration tolerance, String gauge, MeterRegistry meters) {
        this.storeTime = new StoreTime(mongo);
        this.tolerance = tolerance;
        Gauge.builder(gauge, this, check -> check.wrong ? 1 : 0)
                .description("1 while this copy's clock disagrees with the store's, so that nothing becomes due here")
                .register(meters);
    }

    public boolean isWrong(Instant now) {
        var offset = storeTime.offset(now);
        var disagrees = offset.compareTo(tolerance) > 0;
        if (disagrees && !wrong) {
            log.error("The clock is {} s away from the store's: nothing becomes due here", offset.toSeconds());
        } else if (wrong && !disagrees) {
            log.info("The clock agrees with the store's again");
        }
        wrong = disagrees;
        return disagrees;
    }
}

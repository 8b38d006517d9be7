package org.parley.enrollment.timekeeping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Which day it is in New York. */
@Component
public class Days {

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), CITY);
    }

    Instant now() {
        return clock.instant();
    }
}

package org.parley.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the figures: a day is a day in New York, however long the clocks make it. */
public final class NewYork {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}

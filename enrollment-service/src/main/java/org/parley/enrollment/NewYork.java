package org.parley.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days, and times of day, are New York's. */
public final class NewYork {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    public static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    static LocalTime time(Instant at) {
        return at.atZone(ZONE).toLocalTime();
    }
}

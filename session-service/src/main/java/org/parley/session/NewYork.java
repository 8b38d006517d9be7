package org.parley.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are New York's. */
public final class NewYork {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    public static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}

package org.parley.referral.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time in which one key is the one to encrypt for. Its name follows from it, so all copies mean the same key. */
record IntakePeriod(Instant from, Duration life) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    static IntakePeriod at(Instant now, Duration life) {
        var seconds = life.toSeconds();
        return new IntakePeriod(
                Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds),
                Duration.ofSeconds(seconds));
    }

    Instant until() {
        return from.plus(life);
    }

    IntakePeriod next() {
        return new IntakePeriod(until(), life);
    }

    String kid() {
        return NAME.format(from) + "-" + life.toSeconds();
    }
}

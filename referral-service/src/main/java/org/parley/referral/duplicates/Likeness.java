package org.parley.referral.duplicates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What two referrals have in common when they are likely one matter: place, type, and the day in New York. */
public record Likeness(UUID placeId, String type, LocalDate day) {

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    public static Likeness of(UUID placeId, String type, Instant occurredAt) {
        return new Likeness(placeId, type, occurredAt.atZone(CITY).toLocalDate());
    }

    String id() {
        return placeId + "/" + type + "/" + day;
    }
}

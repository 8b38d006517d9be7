package org.parley.referral.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** When a center is open: the same hours on each of its days, in its own zone. */
record OpeningHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, ZoneId zone) {

    OpeningHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("A center that never opens can never answer");
        }
    }

    /** The moment by which {@code open} of opening time has passed since {@code from}. */
    Instant after(Instant from, Duration open) {
        var left = open;
        for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            if (!days.contains(day.getDayOfWeek())) {
                continue;
            }
            var opening = day.atTime(opens).atZone(zone).toInstant();
            var start = opening.isAfter(from) ? opening : from;
            var end = start.plus(left);
            var closing = day.atTime(closes).atZone(zone).toInstant();
            if (!end.isAfter(closing)) {
                return end;
            }
            if (closing.isAfter(start)) {
                left = left.minus(Duration.between(start, closing));
            }
        }
    }
}

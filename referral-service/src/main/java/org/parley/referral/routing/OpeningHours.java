package org.parley.referral.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * When a center is open.
 *
 * @param week its hours on each weekday on which it is open at all, by its own clock
 * @param closed dates on which it is not, holidays for one
 */
public record OpeningHours(Map<DayOfWeek, Hours> week, ZoneId zone, Set<LocalDate> closed) {

    /** From when to when on one day. */
    public record Hours(LocalTime opens, LocalTime closes) {

        public Hours {
            if (Duration.between(opens, closes).compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("A center is open for an hour at least, on a day on which it is");
            }
        }
    }

    /** A week of seconds would make an offer's 48 hours last for years. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private static final int MOST_CLOSED = 366;

    public OpeningHours {
        week = Map.copyOf(week);
        closed = Set.copyOf(closed);
        if (week.isEmpty() || closed.size() > MOST_CLOSED) {
            throw new IllegalArgumentException("A center that never opens can never answer");
        }
    }

    /** The moment by which {@code open} of opening time has passed since {@code from}. */
    Instant after(Instant from, Duration open) {
        var left = open;
        for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            var hours = week.get(day.getDayOfWeek());
            if (hours == null || closed.contains(day)) {
                continue;
            }
            var opening = day.atTime(hours.opens()).atZone(zone).toInstant();
            var start = opening.isAfter(from) ? opening : from;
            var end = start.plus(left);
            var closing = day.atTime(hours.closes()).atZone(zone).toInstant();
            if (!end.isAfter(closing)) {
                return end;
            }
            if (closing.isAfter(start)) {
                left = left.minus(Duration.between(start, closing));
            }
        }
    }
}

package org.parley.referral.ui;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as people in New York say them: shorter the nearer they are. */
final class PageTimes {

    static final ZoneId CITY = ZoneId.of("America/New_York");

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.US);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d,", Locale.US);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy,", Locale.US);

    private PageTimes() {}

    /** As the field of a form has it: a day and a time without zone, to the minute. */
    static String field(Instant at) {
        return at.atZone(CITY).toLocalDateTime().truncatedTo(MINUTES).toString();
    }

    /** Of what a field has; of a time that summer time makes double the first. Empty for what is no time. */
    static Optional<Instant> moment(@Nullable String field) {
        try {
            return Optional.of(LocalDateTime.parse(Objects.requireNonNullElse(field, ""))
                    .atZone(CITY)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The beginning of the day that a field has. Empty for what is no day. */
    static Optional<Instant> day(@Nullable String field) {
        try {
            return Optional.of(LocalDate.parse(Objects.requireNonNullElse(field, ""))
                    .atStartOfDay(CITY)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String words(Instant at, Instant now) {
        var then = at.atZone(CITY);
        return day(then, now.atZone(CITY)) + " " + (then.getMinute() == 0 ? HOUR : MINUTE).format(then);
    }

    private static String day(ZonedDateTime then, ZonedDateTime now) {
        var days = DAYS.between(now.toLocalDate(), then.toLocalDate());
        if (days >= -1 && days <= 1) {
            return days < 0 ? "yesterday" : days == 0 ? "today" : "tomorrow";
        }
        if (days > 1 && days < 7) {
            return WEEKDAY.format(then);
        }
        return (then.getYear() == now.getYear() ? DAY : YEAR).format(then);
    }
}

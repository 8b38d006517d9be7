package org.parley.session.ui;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as people in New York say and enter them. */
final class CityTime {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy, h:mm a", Locale.US);

    private CityTime() {}

    static String words(Instant at) {
        return MOMENT.format(at.atZone(CITY));
    }

    static String words(LocalDate day) {
        return DAY.format(day);
    }

    /** As the field of a form has it: a day and a time without zone, to the minute. */
    static String field(Instant at) {
        return at.atZone(CITY).toLocalDateTime().truncatedTo(MINUTES).toString();
    }

    /** Of what a field has; of a time that summer time makes double the first. Empty for what is no time of this age. */
    static Optional<Instant> moment(String field) {
        try {
            return Optional.of(LocalDateTime.parse(field))
                    .filter(time -> time.getYear() > 2000 && time.getYear() < 2200)
                    .map(time -> time.atZone(CITY).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

package org.parley.connector.nyc311;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Points in time as 311 exports write them: in New York, without a zone, in one of three forms. In autumn's double hour
 * the first of the two is meant. In spring's missing hour the clock is taken to have been still on winter time (02:30
 * is 07:30Z, which the clocks showed as 03:30): the complaint was made, and its minute is right.
 */
final class NewYorkTime {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    private static final DateTimeFormatter HALF_DAYS = form("M/d/uuuu h:mm:ss a");
    private static final DateTimeFormatter SHORT_YEAR = form("M/d/uu H:mm");

    private NewYorkTime() {}

    static Optional<Instant> parse(String text) {
        var form = text.indexOf('T') == 10 ? ISO : text.toUpperCase(Locale.ROOT).endsWith("M") ? HALF_DAYS : SHORT_YEAR;
        try {
            // atZone does what is said above: the earlier offset in an overlap, on by the gap's length in a gap.
            return Optional.of(LocalDateTime.parse(text, form).atZone(NEW_YORK).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}

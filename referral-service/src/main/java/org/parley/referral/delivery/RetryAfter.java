package org.parley.referral.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an endpoint asks to be left alone (RFC 9110): seconds, or a date. */
final class RetryAfter {

    /** Whoever wants more than that is asked once a day. */
    private static final Duration MOST = Duration.ofHours(24);

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int ENOUGH_DIGITS = 9;

    private RetryAfter() {}

    /** Empty when it says nothing, nothing that can be understood, or a time that has passed. */
    static Optional<Instant> until(@Nullable String header, Instant now) {
        return header == null
                ? Optional.empty()
                : parse(header.strip(), now)
                        .filter(until -> until.isAfter(now))
                        .map(until -> until.isAfter(now.plus(MOST)) ? now.plus(MOST) : until);
    }

    private static Optional<Instant> parse(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(text.length() > ENOUGH_DIGITS ? Instant.MAX : now.plusSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

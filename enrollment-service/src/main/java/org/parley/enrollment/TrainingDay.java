package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One day of a training, in New York's time.
 *
 * @param venue a label, since it travels in events; null while it isn't known
 */
public record TrainingDay(
        LocalDate date,
        @JsonFormat(pattern = "HH:mm") LocalTime start,
        @JsonFormat(pattern = "HH:mm") LocalTime end,
        @Nullable String venue) {

    private static final double QUARTERS = 4.0;

    double hours() {
        return Duration.between(start, end).toMinutes() / 60.0;
    }

    /** What is left of the day for somebody who comes then; a quarter of an hour that has begun counts. */
    double hoursFrom(LocalTime arrival) {
        var from = arrival.isBefore(start) ? start : arrival;
        return from.isBefore(end)
                ? Math.min(hours(), Math.ceil(Duration.between(from, end).toSeconds() * QUARTERS / 3600) / QUARTERS)
                : 0;
    }

    /** The rule that hours of this day break. */
    String hoursRule() {
        var most = BigDecimal.valueOf(hours()).setScale(2, RoundingMode.DOWN).stripTrailingZeros();
        return "must be more than 0 and at most the day's " + most.toPlainString();
    }
}

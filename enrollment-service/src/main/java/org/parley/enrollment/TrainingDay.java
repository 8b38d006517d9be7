package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** One day of a training, in New York's time. */
public record TrainingDay(
        LocalDate date,
        @JsonFormat(pattern = "HH:mm") LocalTime start,
        @JsonFormat(pattern = "HH:mm") LocalTime end) {

    double hours() {
        return Duration.between(start, end).toMinutes() / 60.0;
    }
}

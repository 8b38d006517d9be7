package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.parley.enrollment.TrainingDay;
import org.parley.enrollment.TrainingPlan;

/** The body that creates a training. */
record TrainingRequest(
        @NotNull String cohort,
        @NotNull Integer capacity,
        @NotNull @Size(max = 50) List<@NotNull @Valid Day> days) {

    record Day(
            @NotNull LocalDate date,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime start,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime end) {

        TrainingDay toDay() {
            return new TrainingDay(date, start, end);
        }
    }

    TrainingPlan toPlan() {
        return new TrainingPlan(cohort, capacity, days.stream().map(Day::toDay).toList());
    }
}

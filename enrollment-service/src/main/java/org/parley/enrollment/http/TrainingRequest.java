package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.TrainingDay;
import org.parley.enrollment.TrainingPlan;

/**
 * The body that creates a training, or amends a draft.
 *
 * @param trainers none if left out; at least one is needed to open it
 * @param parts all if left out
 */
record TrainingRequest(
        @NotNull String cohort,
        @NotNull Integer capacity,
        @NotNull @Size(max = 50) List<@NotNull @Valid Day> days,
        @Size(max = 50) @Nullable List<@NotNull UUID> trainers,
        @Size(max = 50) @Nullable List<@NotNull CurriculumPart> parts,
        @Nullable Integer seatsPerCommand,
        @Nullable Integer seatsPerBorough) {

    /** @param venue a label; may come later */
    record Day(
            @NotNull LocalDate date,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime start,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime end,
            @Nullable String venue) {

        TrainingDay toDay() {
            return new TrainingDay(date, start, end, venue);
        }
    }

    TrainingPlan toPlan() {
        return new TrainingPlan(
                cohort,
                capacity,
                days.stream().map(Day::toDay).toList(),
                Objects.requireNonNullElse(trainers, List.of()),
                Objects.requireNonNullElse(parts, List.of(CurriculumPart.values())),
                seatsPerCommand,
                seatsPerBorough);
    }
}

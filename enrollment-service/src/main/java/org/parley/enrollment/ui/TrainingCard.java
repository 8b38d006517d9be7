package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Cancellation;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.TrainingSummary;

/**
 * A training as every page shows it.
 *
 * @param left seats that nobody has
 * @param cancelled why it doesn't take place; null where it does
 */
record TrainingCard(
        UUID id,
        long version,
        String cohort,
        String state,
        List<DayLine> days,
        int capacity,
        int seated,
        int left,
        int waiting,
        int requested,
        @Nullable String cancelled) {

    static TrainingCard of(Cohort cohort, LocalDate today) {
        var summary = TrainingSummary.of(cohort.id(), cohort.training());
        return new TrainingCard(
                cohort.id(),
                cohort.version(),
                summary.cohort(),
                Words.state(summary.state()),
                DayLine.of(cohort.training(), today),
                summary.capacity(),
                summary.enrolled(),
                Math.max(0, summary.capacity() - summary.enrolled()),
                (int) cohort.training().roster().stream()
                        .filter(it -> it.state() == EnrollmentState.WAITLISTED)
                        .count(),
                summary.requested(),
                Optional.ofNullable(cohort.training().cancellation())
                        .map(Cancellation::reason)
                        .map(reason -> Words.reason(reason.name()))
                        .orElse(null));
    }

    /** @param attended its days as one officer attended them */
    TrainingCard with(List<DayLine> attended) {
        return new TrainingCard(
                id, version, cohort, state, attended, capacity, seated, left, waiting, requested, cancelled);
    }

    public String first() {
        return days.getFirst().date();
    }
}

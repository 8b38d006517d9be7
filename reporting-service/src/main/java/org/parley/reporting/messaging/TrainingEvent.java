package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.TRAININGS_COMPLETED;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.parley.reporting.Contribution;

/** What is counted of a training. */
record TrainingEvent(Training training) implements Counted {

    TrainingEvent {
        requireNonNull(training);
    }

    record Training(String state, String cohort, List<Day> days) {
        Training {
            requireNonNull(state);
            requireNonNull(cohort);
            days = List.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("A training has days");
            }
        }
    }

    record Day(LocalDate date) {
        Day {
            requireNonNull(date);
        }
    }

    @Override
    public Contribution contribution() {
        if (!training.state().equals("COMPLETED")) {
            return Contribution.NONE;
        }
        var last = training.days().stream()
                .map(Day::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Contribution.counting(List.of(TRAININGS_COMPLETED), last, List.of(training.cohort()));
    }
}

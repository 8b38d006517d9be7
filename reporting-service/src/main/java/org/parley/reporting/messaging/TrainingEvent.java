package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.OFFICERS_COMPLETED;
import static org.parley.reporting.Metric.SEATS;
import static org.parley.reporting.Metric.SEATS_FILLED;
import static org.parley.reporting.Metric.TRAININGS_COMPLETED;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.parley.reporting.Contribution;
import org.parley.reporting.Metric;

/** What is counted of a training. */
record TrainingEvent(Training training) implements Counted {

    TrainingEvent {
        requireNonNull(training);
    }

    record Training(String state, String cohort, int capacity, List<Day> days, int enrolled, int completed) {
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
        var counts = new EnumMap<Metric, Integer>(Metric.class);
        counts.put(TRAININGS_COMPLETED, 1);
        counts.put(SEATS, training.capacity());
        counts.put(SEATS_FILLED, training.enrolled());
        counts.put(OFFICERS_COMPLETED, training.completed());
        return Contribution.counting(counts, last, List.of(training.cohort()));
    }
}

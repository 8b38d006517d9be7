package org.parley.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.IntStream;

/** Trainings that are still to come, on whatever day the tests run. */
final class Ahead {

    private Ahead() {}

    /** In three weeks. */
    static TrainingPlan planFor(int capacity) {
        return Cohorts.plan(
                "ahead",
                capacity,
                IntStream.range(21, 25)
                        .mapToObj(Ahead::in)
                        .map(Cohorts::nineToFive)
                        .toList());
    }

    /** Its first day is today, all day. */
    static TrainingPlan beginningToday(int capacity) {
        return Cohorts.plan(
                "today",
                capacity,
                IntStream.range(0, 4)
                        .mapToObj(Ahead::in)
                        .map(date -> new TrainingDay(date, LocalTime.MIN, LocalTime.of(23, 59), null))
                        .toList());
    }

    static LocalDate in(int days) {
        return NewYork.day(Instant.now()).plusDays(days);
    }

    static UUID opened(Person coordinator, TrainingPlan plan) {
        var created = coordinator.creates(plan, UUID.randomUUID().toString());
        var id = UUID.fromString(created.text("/id"));
        coordinator.opens(id);
        return id;
    }
}

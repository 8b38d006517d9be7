package org.parley.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One training of the year.
 *
 * @param key under which the training is created
 * @param waiting who asks when all seats are taken, and is still in the line at the end
 * @param evaluations of those who completed it and answer when they are asked, which not all do
 */
record Cohort(
        int number,
        UUID key,
        List<LocalDate> days,
        List<Seat> seats,
        List<Officer> waiting,
        List<Evaluation> evaluations) {

    /** @param attended the days that the officer is there, from 0 */
    record Seat(Officer officer, List<Integer> attended) {

        boolean completes() {
            return attended.size() == 4;
        }
    }

    String label() {
        return "%s-%02d"
                .formatted(DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).format(days.getFirst()), number + 1);
    }

    List<Officer> completing() {
        return seats.stream().filter(Seat::completes).map(Seat::officer).toList();
    }
}

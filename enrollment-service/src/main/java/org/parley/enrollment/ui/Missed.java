package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.parley.enrollment.Enrollment;

/**
 * A day that an officer missed.
 *
 * @param training the officer's own
 * @param day from 1
 */
record Missed(UUID training, UUID officer, int day) {

    /** As a list to choose from has it. */
    String text() {
        return training + "/" + officer + "/" + day;
    }

    static Optional<Missed> parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 3 || !parts[2].matches("[1-4]")) {
            return Optional.empty();
        }
        return Entered.uuid(parts[0])
                .flatMap(training -> Entered.uuid(parts[1])
                        .map(officer -> new Missed(training, officer, Integer.parseInt(parts[2]))));
    }

    /** What is over in the officer's own cohort and has come, or is today, in the one here. */
    static List<Missed> of(Cohort own, Enrollment enrollment, Cohort here, LocalDate today) {
        return IntStream.rangeClosed(1, own.training().plan().days().size())
                .filter(day -> enrollment.day(day).isEmpty())
                .filter(day -> !own.isLive() || date(own, day).isBefore(today))
                .filter(day -> !date(here, day).isAfter(today))
                .mapToObj(day -> new Missed(own.id(), enrollment.officer(), day))
                .toList();
    }

    private static LocalDate date(Cohort cohort, int day) {
        return cohort.training().plan().days().get(day - 1).date();
    }
}

package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.AttendedDay;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingDay;

/**
 * One of the four days, as people say it.
 *
 * @param attended how long the officer whom the page is about was there; null where they weren't, or it is about nobody
 */
record DayLine(
        int number,
        String date,
        String time,
        String venue,
        boolean today,
        boolean toCome,
        @Nullable String attended) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.US);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    static List<DayLine> of(Training training, LocalDate today) {
        return of(training, Optional.empty(), today);
    }

    static List<DayLine> of(Training training, Optional<Enrollment> enrollment, LocalDate today) {
        var days = training.plan().days();
        return IntStream.rangeClosed(1, days.size())
                .mapToObj(number -> of(
                        number,
                        days.get(number - 1),
                        today,
                        enrollment.flatMap(one -> one.day(number)).orElse(null)))
                .toList();
    }

    private static DayLine of(int number, TrainingDay day, LocalDate today, @Nullable AttendedDay there) {
        return new DayLine(
                number,
                date(day.date()),
                time(day.start()) + " – " + time(day.end()),
                Objects.requireNonNullElse(day.venue(), "The place will be named"),
                day.date().equals(today),
                day.date().isAfter(today),
                there == null
                        ? null
                        : Words.hours(there.hours()) + " h"
                                + (there.madeUpIn() == null ? "" : ", made up on " + date(there.date())));
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    private static String time(LocalTime at) {
        return (at.getMinute() == 0 ? HOUR : MINUTE).format(at);
    }
}

package org.parley.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long the periods are that figures are given for. Weeks begin on Monday. */
public enum Interval {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    ALL;

    public static final List<String> WORDS =
            Arrays.stream(values()).map(Interval::word).toList();

    private final String word = name().toLowerCase(Locale.ROOT);

    public static Optional<Interval> find(String word) {
        return Arrays.stream(values())
                .filter(interval -> interval.word().equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    /** The first day of the period a day lies in, as text; {@code all} for the period without a beginning. */
    public String period(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> day.withDayOfMonth(1).toString();
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1).toString();
            case YEAR -> day.withDayOfYear(1).toString();
            case ALL -> "all";
        };
    }
}

package org.parley.reporting;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a period is compared with: the one before it, or the same one a year before. */
public enum Comparison {
    PREVIOUS,
    YEAR;

    public static final List<String> WORDS =
            Arrays.stream(values()).map(Comparison::word).toList();

    /** So that weeks are compared with weeks. */
    private static final int WEEKS_OF_A_YEAR = 52;

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final String word = name().toLowerCase(Locale.ROOT);

    public static Optional<Comparison> find(String word) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.word().equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    /** How far back that lies. */
    public Period back(Interval interval) {
        return switch (interval) {
            case DAY -> this == YEAR ? Period.ofYears(1) : Period.ofDays(1);
            case WEEK -> Period.ofWeeks(this == YEAR ? WEEKS_OF_A_YEAR : 1);
            case MONTH -> this == YEAR ? Period.ofYears(1) : Period.ofMonths(1);
            case QUARTER -> this == YEAR ? Period.ofYears(1) : Period.ofMonths(MONTHS_OF_A_QUARTER);
            case YEAR -> Period.ofYears(1);
            case ALL -> throw new IllegalArgumentException("All time comes after nothing");
        };
    }

    /** The same for days that are one period: whole months lie as many months back, else it is as many days. */
    public Period back(LocalDate first, LocalDate last) {
        if (this == YEAR) {
            return Period.ofYears(1);
        }
        var next = last.plusDays(1);
        var months = first.getDayOfMonth() == 1 && next.getDayOfMonth() == 1;
        return months
                ? Period.ofMonths(Math.toIntExact(first.until(next).toTotalMonths()))
                : Period.ofDays(Math.toIntExact(next.toEpochDay() - first.toEpochDay()));
    }
}

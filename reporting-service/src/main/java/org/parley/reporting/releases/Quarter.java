package org.parley.reporting.releases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A quarter of a calendar year in New York, `2026-Q3`. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    static final int IN_A_YEAR = 4;
    private static final int MONTHS = 3;

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    static Quarter firstOf(int year) {
        return new Quarter(year, 1);
    }

    /** The last one that had ended so many days before this day, and may be told of from now on. */
    static Quarter lastClosed(LocalDate today, int daysAfterItsEnd) {
        return of(today.minusDays(daysAfterItsEnd)).previous();
    }

    /** From this one to the last, both included. */
    List<Quarter> upTo(Quarter last) {
        return Stream.iterate(this, quarter -> quarter.compareTo(last) <= 0, Quarter::next)
                .toList();
    }

    LocalDate firstDay() {
        return firstMonth().atDay(1);
    }

    YearMonth firstMonth() {
        return YearMonth.of(year, (number - 1) * MONTHS + 1);
    }

    YearMonth lastMonth() {
        return firstMonth().plusMonths(MONTHS - 1);
    }

    List<YearMonth> months() {
        return List.of(firstMonth(), firstMonth().plusMonths(1), lastMonth());
    }

    List<Quarter> yearsQuarters() {
        return firstOf(year).upTo(new Quarter(year, IN_A_YEAR));
    }

    boolean endsYear() {
        return number == IN_A_YEAR;
    }

    private Quarter next() {
        return of(lastMonth().atEndOfMonth().plusDays(1));
    }

    private Quarter previous() {
        return of(firstDay().minusDays(1));
    }

    /** Its name in addresses. */
    public String text() {
        return year + "-Q" + number;
    }

    static Quarter parse(String text) {
        return new Quarter(
                Integer.parseInt(text.substring(0, text.length() - 3)),
                Integer.parseInt(text.substring(text.length() - 1)));
    }

    @Override
    public int compareTo(Quarter other) {
        return Comparator.comparingInt(Quarter::year)
                .thenComparingInt(Quarter::number)
                .compare(this, other);
    }
}

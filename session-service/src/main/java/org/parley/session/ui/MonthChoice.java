package org.parley.session.ui;

import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.session.NewYork;
import org.parley.starter.web.ProblemException;

/** The month that a page is about, and those beside it. */
record MonthChoice(YearMonth month, YearMonth present) {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);
    private static final YearMonth FIRST = Year.of(2000).atMonth(1);

    /** @param text the present one unless given */
    static MonthChoice of(@Nullable String text, Clock clock) {
        var present = YearMonth.from(NewYork.day(clock.instant()));
        if (text == null || text.isBlank()) {
            return new MonthChoice(present, present);
        }
        if (!MONTH.matcher(text).matches()) {
            throw ProblemException.invalid("?month", "The month must be one such as 2026-11.");
        }
        return new MonthChoice(YearMonth.parse(text), present);
    }

    public String words() {
        return WORDS.format(month);
    }

    /** Null where a reader can't be meant to go. */
    public @Nullable YearMonth previous() {
        return month.isAfter(FIRST) ? month.minusMonths(1) : null;
    }

    public @Nullable YearMonth next() {
        return month.isBefore(present) ? month.plusMonths(1) : null;
    }
}

package org.parley.session.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.session.NewYork;
import org.parley.session.ReferralMatch;
import org.parley.session.Session;
import org.parley.session.SessionSettings;
import org.parley.starter.web.Cursor;
import org.springframework.stereotype.Component;

/** Pages of logs, the newest first. Whose business they are is for the caller to see to. */
@Component
class LogLists {

    private static final String BY_DAY = "/by-day";

    /** Days from 1970 on that a calendar has, whatever stands in a cursor. */
    private static final long FARTHEST = 3_000_000;

    private static final int DAYS_AT_ONCE = 31;
    private static final int LOGS_AT_ONCE = 200;

    private final DayLists lists;
    private final LineReader reader;
    private final SessionSettings settings;
    private final Clock clock;

    LogLists(DayLists lists, LineReader reader, SessionSettings settings, Clock clock) {
        this.lists = lists;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    /** What an officer took part in, by when it was. */
    LogPage ofOfficer(UUID officer, int limit, @Nullable String cursor) {
        return page(Names.ofOfficer(officer), _ -> true, LineReader::isOfItsTime, limit, cursor);
    }

    /** What was logged in a command in some months, by when it was. */
    LogPage ofCommand(String command, Predicate<YearMonth> months, int limit, @Nullable String cursor) {
        return page(Names.ofCommand(command), months, LineReader::isOfItsTime, limit, cursor);
    }

    /**
     * The same for somebody who may know of whole days only: each with all its logs that count and are of a kind that may be
     * shown, so that no cursor says more than the page before it.
     *
     * @param kinds that may be shown of a month
     * @param limit a page ends with the day that reaches it
     */
    LogPage ofCommandByDay(
            String command, Function<YearMonth, Set<Glimpse.Kind>> kinds, int limit, @Nullable String cursor) {
        var list = Names.ofCommand(command);
        var place = Cursor.parse(cursor, list + BY_DAY, 1);
        var all = lists.days(list);
        var days = place == null
                ? all
                : all.headSet(LocalDate.ofEpochDay(Math.clamp(place.number(0), -FARTHEST, FARTHEST)), false);
        var items = new ArrayList<LogPage.Item>();
        for (var day : days.descendingSet()) {
            var shown = kinds.apply(YearMonth.from(day));
            var found = shown.isEmpty() ? List.<LogPage.Item>of() : countingOn(list, day, shown);
            // a cursor to a day of which nothing is shown would tell that there was something
            if (!found.isEmpty() && items.size() >= limit) {
                return new LogPage(
                        items,
                        Cursor.of(list + BY_DAY, day.plusDays(1).toEpochDay()).text());
            }
            items.addAll(found);
        }
        return new LogPage(items, null);
    }

    private List<LogPage.Item> countingOn(String list, LocalDate day, Set<Glimpse.Kind> kinds) {
        var lines = lists.lines(list, List.of(day)).stream()
                .filter(line -> kinds.contains(line.kind()))
                .toList();
        var found = reader.read(lines);
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(found.get(line.id()))
                        .filter(item -> LineReader.isOfItsTime(line, item) && item.counts()))
                .toList();
    }

    /**
     * Sessions that don't fit the referral they name, and those whose referral was not heard of in time, by when they were
     * logged.
     */
    LogPage unmatched(int limit, @Nullable String cursor) {
        var latest = clock.instant().minus(settings.matchWithin());
        return page(Names.UNMATCHED, _ -> true, (line, item) -> isUnmatched(item, latest), limit, cursor);
    }

    private static boolean isUnmatched(LogPage.Item item, Instant latest) {
        return switch (item) {
            case LogPage.OfSession(var held) -> isUnmatched(held.state(), latest);
            case LogPage.OfMicroIntervention _ -> false;
        };
    }

    private static boolean isUnmatched(Session session, Instant latest) {
        return session.counts()
                && (session.referralMatch() == ReferralMatch.MISMATCHED
                        || (session.referralMatch() == ReferralMatch.PENDING
                                && session.loggedAt().isBefore(latest)));
    }

    private LogPage page(
            String list,
            Predicate<YearMonth> months,
            BiPredicate<Line, LogPage.Item> belongs,
            int limit,
            @Nullable String cursor) {
        var after = after(Cursor.parse(cursor, list, 3));
        var all = lists.days(list);
        all.removeIf(day -> !months.test(YearMonth.from(day)));
        var days = List.copyOf((after == null ? all : all.headSet(NewYork.day(after.at()), true)).descendingSet());
        var items = new ArrayList<LogPage.Item>();
        for (var from = 0; from < days.size(); from += DAYS_AT_ONCE) {
            var lines = lists.lines(list, days.subList(from, Math.min(days.size(), from + DAYS_AT_ONCE))).stream()
                    .filter(line -> after == null || Line.ORDER.compare(line, after) > 0)
                    .toList();
            for (var first = 0; first < lines.size(); first += LOGS_AT_ONCE) {
                var some = lines.subList(first, Math.min(lines.size(), first + LOGS_AT_ONCE));
                var found = reader.read(some);
                for (var line : some) {
                    var item = found.get(line.id());
                    if (item != null && belongs.test(line, item)) {
                        items.add(item);
                    }
                    if (items.size() == limit) {
                        return new LogPage(items, next(list, line));
                    }
                }
            }
        }
        return new LogPage(items, null);
    }

    private static String next(String list, Line last) {
        return Cursor.of(list, last.at().toEpochMilli(), last.kind() == Glimpse.Kind.SESSION ? 0 : 1, last.id())
                .text();
    }

    private static @Nullable Line after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        var kind = cursor.number(1) == 0 ? Glimpse.Kind.SESSION : Glimpse.Kind.MICRO_INTERVENTION;
        return new Line(Instant.ofEpochMilli(cursor.number(0)), kind, cursor.uuid(2));
    }
}

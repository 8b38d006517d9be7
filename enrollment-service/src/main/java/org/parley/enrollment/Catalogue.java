package org.parley.enrollment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.web.Cursor;
import org.springframework.stereotype.Component;

/**
 * Trainings by the day they begin. A month's document names a training before the training itself is written, so that
 * none is missing; the training says whether it is there and in which month it belongs.
 */
@Component
public class Catalogue {

    /** How many months one page looks at. */
    static final int MOST_MONTHS = 24;

    private static final String LIST = "trainings";

    /** Days from 1970 on that a calendar has, whatever stands in a cursor. */
    private static final long FARTHEST = 3_000_000;

    private static final Comparator<Held<Training>> ORDER =
            Comparator.<Held<Training>, LocalDate>comparing(Catalogue::firstDay).thenComparing(Held::id);

    private final Documents<CatalogueMonth> months;
    private final Documents<Training> trainings;
    private final Clock clock;

    Catalogue(Documents<CatalogueMonth> months, Documents<Training> trainings, Clock clock) {
        this.months = months;
        this.trainings = trainings;
        this.clock = clock;
    }

    /** @param next the cursor with which the list goes on; null at its end */
    public record Page(List<Held<Training>> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * What is wanted of it.
     *
     * @param states none for all
     */
    public record Wanted(YearMonth from, YearMonth to, Set<TrainingState> states) {

        public Wanted {
            states = Set.copyOf(states);
        }

        boolean isMetBy(Training training) {
            return states.isEmpty() || states.contains(training.state());
        }
    }

    public YearMonth thisMonth() {
        return YearMonth.from(NewYork.day(clock.instant()));
    }

    /** The ones that begin first come first. */
    public Page page(Wanted wanted, Predicate<Training> visible, int limit, @Nullable String text) {
        var cursor = Cursor.parse(text, LIST, 2);
        var after =
                cursor == null ? null : new Place(day(cursor), cursor.uuid(1).toString());
        var from = after == null || after.month().isBefore(wanted.from()) ? wanted.from() : after.month();
        var items = new ArrayList<Held<Training>>();
        for (var month : months(from, wanted.to())) {
            for (var training : of(month)) {
                if ((after == null || after.isBefore(training))
                        && wanted.isMetBy(training.state())
                        && visible.test(training.state())) {
                    if (items.size() == limit) {
                        var last = items.getLast();
                        return new Page(
                                items,
                                Cursor.of(LIST, firstDay(last).toEpochDay(), last.id())
                                        .text());
                    }
                    items.add(training);
                }
            }
        }
        return new Page(items, null);
    }

    /** The one that begins next among those that can still be asked for a seat. */
    Optional<UUID> nextOpen(UUID but) {
        var today = NewYork.day(clock.instant());
        var month = YearMonth.from(today);
        return months(month, month.plusMonths(MOST_MONTHS - 1)).stream()
                .flatMap(named -> of(named).stream())
                .filter(it -> it.state().state() == TrainingState.OPEN)
                .filter(it -> firstDay(it).isAfter(today) && !it.id().equals(but.toString()))
                .map(it -> UUID.fromString(it.id()))
                .findFirst();
    }

    void add(TrainingPlan plan, UUID training) {
        var month = YearMonth.from(plan.days().getFirst().date()).toString();
        months.insert(month, new CatalogueMonth(List.of(training)), List.of());
        months.change(month, held -> {
            var next = held.state().with(training);
            return next.equals(held.state()) ? Decision.keep(next) : Decision.write(next, next);
        });
    }

    /** Those in which there is something, in their order. */
    private List<Held<CatalogueMonth>> months(YearMonth from, YearMonth to) {
        var ids = Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(YearMonth::toString)
                .toList();
        var found = months.findAll(ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private List<Held<Training>> of(Held<CatalogueMonth> month) {
        var named = month.state().trainings().stream().map(UUID::toString).toList();
        return trainings.findAll(named).values().stream()
                .filter(it -> YearMonth.from(firstDay(it)).toString().equals(month.id()))
                .sorted(ORDER)
                .toList();
    }

    private static LocalDate firstDay(Held<Training> training) {
        return training.state().plan().days().getFirst().date();
    }

    private static LocalDate day(Cursor cursor) {
        return LocalDate.ofEpochDay(Math.clamp(cursor.number(0), -FARTHEST, FARTHEST));
    }

    /** Where a page ended. */
    private record Place(LocalDate day, String id) {

        YearMonth month() {
            return YearMonth.from(day);
        }

        boolean isBefore(Held<Training> training) {
            var order = day.compareTo(firstDay(training));
            return order < 0 || (order == 0 && id.compareTo(training.id()) < 0);
        }
    }
}

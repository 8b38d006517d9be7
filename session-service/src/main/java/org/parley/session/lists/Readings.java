package org.parley.session.lists;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.springframework.stereotype.Component;

/**
 * Who looks through which logs and figures, by whatever door they come. Empty where there is nothing that the reader may see.
 */
@Component
public class Readings {

    private final LogLists lists;
    private final Summaries summaries;

    Readings(LogLists lists, Summaries summaries) {
        this.lists = lists;
        this.summaries = summaries;
    }

    public Optional<LogPage> ofOfficer(UUID officer, Author reader, int limit, @Nullable String cursor) {
        return reader.isOfficer(officer) || reader.isCoordinator()
                ? Optional.of(lists.ofOfficer(officer, limit, cursor))
                : Optional.empty();
    }

    /**
     * A coordinator sees the logs; a commander that there were some. A commander's pages end with a day, so they may be longer
     * than the limit, and their cursor names a day only.
     *
     * @param month null for all of them
     */
    public Optional<CommandLogs> ofCommand(
            String command, @Nullable YearMonth month, Author reader, int limit, @Nullable String cursor) {
        Predicate<YearMonth> asked = one -> month == null || month.equals(one);
        if (reader.isCoordinator()) {
            return Optional.of(new CommandLogs.Whole(lists.ofCommand(command, asked, limit, cursor)));
        }
        if (!reader.commands(command)) {
            return Optional.empty();
        }
        var kinds = ofManyOfficers(command);
        var page = lists.ofCommandByDay(command, one -> asked.test(one) ? kinds.apply(one) : Set.of(), limit, cursor);
        return Optional.of(new CommandLogs.Glimpses(
                page.items().stream().map(LogPage.Item::glimpse).toList(), page.next()));
    }

    public Optional<LogPage> unmatched(Author reader, int limit, @Nullable String cursor) {
        return reader.isCoordinator() ? Optional.of(lists.unmatched(limit, cursor)) : Optional.empty();
    }

    /** For the officer alone. */
    public Optional<Summary> figuresOfOfficer(UUID officer, YearMonth month, Author reader) {
        return reader.isOfficer(officer) ? Optional.of(summaries.ofOfficer(officer, month)) : Optional.empty();
    }

    public Optional<Summary> figuresOfCommand(String command, YearMonth month, Author reader) {
        return reader.commands(command) || reader.isCoordinator()
                ? Optional.of(summaries.ofCommand(command, month))
                : Optional.empty();
    }

    /** Of each kind on its own: among the sessions of many, all micro-interventions may be one officer's. */
    private Function<YearMonth, Set<Glimpse.Kind>> ofManyOfficers(String command) {
        var months = new HashMap<YearMonth, Set<Glimpse.Kind>>();
        return month -> months.computeIfAbsent(
                month, one -> summaries.ofCommand(command, one).shown());
    }
}

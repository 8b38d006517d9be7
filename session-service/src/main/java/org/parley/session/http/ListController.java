package org.parley.session.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.lists.LogLists;
import org.parley.session.lists.LogPage;
import org.parley.session.lists.Summaries;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of logs, the newest first. What is another officer's or command's is not there. */
@RestController
class ListController {

    private final LogLists lists;
    private final Summaries summaries;

    ListController(LogLists lists, Summaries summaries) {
        this.lists = lists;
        this.summaries = summaries;
    }

    /** @param next the cursor with which the list goes on, also after a page of few or none; null at its end */
    record LogItems(List<LogItem> items, @Nullable String next) {

        static LogItems of(LogPage page) {
            return new LogItems(page.items().stream().map(LogItem::of).toList(), page.next());
        }
    }

    @GetMapping("/v1/officers/{officer}/logs")
    @PreAuthorize("hasAnyRole('officer', 'coordinator')")
    LogItems logsOfOfficer(
            @PathVariable UUID officer,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        var author = new Author(caller);
        if (!author.isOfficer(officer) && !author.isCoordinator()) {
            throw ProblemException.notFound();
        }
        return LogItems.of(lists.ofOfficer(officer, limit, cursor));
    }

    /**
     * A coordinator sees the logs; a commander that there were some, on which days and of which types, in months in which
     * enough officers logged that this says nothing of any of them. Their pages end with a day, so they may be longer than
     * the limit, and a cursor names a day only.
     */
    @GetMapping("/v1/commands/{command}/logs")
    @PreAuthorize("hasAnyRole('commander', 'coordinator')")
    LogItems logsOfCommand(
            @PathVariable String command,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        var author = new Author(caller);
        if (!author.commands(command) && !author.isCoordinator()) {
            throw ProblemException.notFound();
        }
        if (author.isCoordinator()) {
            return LogItems.of(lists.ofCommand(command, limit, cursor));
        }
        var page = LogItems.of(lists.ofCommandByDay(command, ofManyOfficers(command), limit, cursor));
        return new LogItems(page.items().stream().map(LogItem::bare).toList(), page.next());
    }

    @GetMapping("/v1/sessions:unmatched")
    @PreAuthorize("hasRole('coordinator')")
    LogItems unmatchedSessions(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return LogItems.of(lists.unmatched(limit, cursor));
    }

    private Predicate<YearMonth> ofManyOfficers(String command) {
        var months = new HashMap<YearMonth, Boolean>();
        return month -> months.computeIfAbsent(
                month, one -> summaries.ofCommand(command, one).officers() != null);
    }
}

package org.parley.session.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.lists.CommandLogs;
import org.parley.session.lists.LogPage;
import org.parley.session.lists.Readings;
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

    private final Readings readings;

    ListController(Readings readings) {
        this.readings = readings;
    }

    /** @param next the cursor with which the list goes on, also after a page of few or none; null at its end */
    record LogItems(List<LogItem> items, @Nullable String next) {

        static LogItems of(LogPage page) {
            return new LogItems(page.items().stream().map(LogItem::of).toList(), page.next());
        }

        static LogItems of(CommandLogs logs) {
            return switch (logs) {
                case CommandLogs.Whole(var page) -> of(page);
                case CommandLogs.Glimpses(var items, var next) ->
                    new LogItems(items.stream().map(LogItem::of).toList(), next);
            };
        }
    }

    @GetMapping("/v1/officers/{officer}/logs")
    @PreAuthorize("hasAnyRole('officer', 'coordinator')")
    LogItems logsOfOfficer(
            @PathVariable UUID officer,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return readings.ofOfficer(officer, new Author(caller), limit, cursor)
                .map(LogItems::of)
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/v1/commands/{command}/logs")
    @PreAuthorize("hasAnyRole('commander', 'coordinator')")
    LogItems logsOfCommand(
            @PathVariable String command,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return readings.ofCommand(command, null, new Author(caller), limit, cursor)
                .map(LogItems::of)
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/v1/sessions:unmatched")
    @PreAuthorize("hasRole('coordinator')")
    LogItems unmatchedSessions(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return readings.unmatched(new Author(caller), limit, cursor)
                .map(LogItems::of)
                .orElseThrow(ProblemException::notFound);
    }
}

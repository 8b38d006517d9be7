package org.parley.session.http;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.NewYork;
import org.parley.session.lists.Readings;
import org.parley.session.lists.Summary;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a month's logs add up to: techniques, their groups, and outcomes. */
@RestController
class SummaryController {

    private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";
    private static final String RULE = "must be a month such as 2026-11";

    private final Readings readings;
    private final Clock clock;

    SummaryController(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /** @param month the present one unless given */
    @GetMapping("/v1/commands/{command}/summary")
    @PreAuthorize("hasAnyRole('commander', 'coordinator')")
    Summary summaryOfCommand(
            @PathVariable String command,
            @RequestParam(required = false) @Pattern(regexp = MONTH, message = RULE) @Nullable String month,
            Caller caller) {
        return readings.figuresOfCommand(command, month(month), new Author(caller))
                .orElseThrow(ProblemException::notFound);
    }

    /** For the officer alone. */
    @GetMapping("/v1/officers/{officer}/summary")
    @PreAuthorize("hasRole('officer')")
    Summary summaryOfOfficer(
            @PathVariable UUID officer,
            @RequestParam(required = false) @Pattern(regexp = MONTH, message = RULE) @Nullable String month,
            Caller caller) {
        return readings.figuresOfOfficer(officer, month(month), new Author(caller))
                .orElseThrow(ProblemException::notFound);
    }

    private YearMonth month(@Nullable String month) {
        return month == null ? YearMonth.from(NewYork.day(clock.instant())) : YearMonth.parse(month);
    }
}

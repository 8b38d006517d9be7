package org.parley.session.ui;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.lists.Readings;
import org.parley.session.lists.Summary;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an officer took part in, and what a month of it adds up to: all of it, for nobody else. */
@PageController
class OwnLogsController {

    static final int AT_ONCE = 25;

    private final Readings readings;
    private final Clock clock;

    OwnLogsController(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    @GetMapping("/logs")
    ModelAndView logs(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        var logs = readings.ofOfficer(LoggedIn.officer(caller), new Author(caller), AT_ONCE, cursor)
                .orElseThrow(ProblemException::notFound);
        return Workplace.page("logs", caller, "/logs")
                .addObject("lines", logs.items().stream().map(LogLine::of).toList())
                .addObject("next", logs.next());
    }

    @GetMapping("/logs/figures")
    ModelAndView figures(Caller caller, @RequestParam(required = false) @Nullable String month) {
        var chosen = MonthChoice.of(month, clock);
        return Workplace.page("log-figures", caller, "/logs/figures")
                .addObject("month", chosen)
                .addObject("figures", FiguresView.of(summary(caller, chosen)));
    }

    @GetMapping("/logs/figures.csv")
    ResponseEntity<String> csv(Caller caller, @RequestParam(required = false) @Nullable String month) {
        return FiguresCsv.download(summary(caller, MonthChoice.of(month, clock)), "own");
    }

    private Summary summary(Caller caller, MonthChoice month) {
        return readings.figuresOfOfficer(LoggedIn.officer(caller), month.month(), new Author(caller))
                .orElseThrow(ProblemException::notFound);
    }
}

package org.parley.session.ui;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.lists.CommandLogs;
import org.parley.session.lists.Readings;
import org.parley.session.lists.Summary;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A month of a command: for its commander as far as it says nothing of single officers, for coordinators with all its logs. */
@PageController
class CommandLogsController {

    private static final String COMMANDER = "/command-logs";
    private static final String COORDINATOR = "/board";

    private final Readings readings;
    private final Clock clock;

    CommandLogsController(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /** @param command needed by whoever commands several, who get their first one without it */
    @GetMapping(COMMANDER)
    ModelAndView ofCommander(
            Caller caller,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String cursor) {
        var own = own(caller);
        return page(caller, COMMANDER, own, command == null ? own.getFirst().code() : command, month, cursor);
    }

    @GetMapping(COORDINATOR)
    ModelAndView ofCoordinator(
            Caller caller,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String cursor) {
        return command == null || command.isBlank()
                ? frame(caller, COORDINATOR, Words.commands(), MonthChoice.of(month, clock))
                : page(caller, COORDINATOR, Words.commands(), command, month, cursor);
    }

    @GetMapping({COMMANDER + "/figures.csv", COORDINATOR + "/figures.csv"})
    ResponseEntity<String> csv(
            Caller caller, @RequestParam String command, @RequestParam(required = false) @Nullable String month) {
        requireKnown(Words.commands(), command);
        return FiguresCsv.download(summary(caller, command, MonthChoice.of(month, clock)), command);
    }

    private ModelAndView page(
            Caller caller,
            String here,
            List<Choices.Named> commands,
            String command,
            @Nullable String month,
            @Nullable String cursor) {
        requireKnown(commands, command);
        var chosen = MonthChoice.of(month, clock);
        var summary = summary(caller, command, chosen);
        var logs = readings.ofCommand(command, chosen.month(), new Author(caller), OwnLogsController.AT_ONCE, cursor)
                .orElseThrow(ProblemException::notFound);
        var page = frame(caller, here, commands, chosen)
                .addObject("command", command)
                .addObject("name", Words.command(command))
                .addObject("figures", FiguresView.of(summary));
        return switch (logs) {
            case CommandLogs.Whole(var whole) ->
                page.addObject("lines", whole.items().stream().map(LogLine::of).toList())
                        .addObject("next", whole.next())
                        .addObject("glimpses", false);
            case CommandLogs.Glimpses(var items, var next) ->
                page.addObject("lines", LogLine.of(items))
                        .addObject("next", next)
                        .addObject("glimpses", true);
        };
    }

    private static ModelAndView frame(Caller caller, String here, List<Choices.Named> commands, MonthChoice month) {
        return Workplace.page("command-logs", caller, here)
                .addObject("commands", commands)
                .addObject("month", month);
    }

    private Summary summary(Caller caller, String command, MonthChoice month) {
        return readings.figuresOfCommand(command, month.month(), new Author(caller))
                .orElseThrow(ProblemException::notFound);
    }

    /** What a commander may choose from; whose logs they see is not decided here. */
    private static List<Choices.Named> own(Caller caller) {
        var scope = caller.scope("command");
        var own = Words.commands().stream()
                .filter(command -> scope.contains(Caller.ANY) || scope.contains(command.code()))
                .toList();
        if (own.isEmpty()) {
            throw ProblemException.forbidden("Your sign-in does not say which command you are of.");
        }
        return own;
    }

    private static void requireKnown(List<Choices.Named> commands, String command) {
        if (commands.stream().noneMatch(known -> known.code().equals(command))) {
            throw ProblemException.notFound();
        }
    }
}

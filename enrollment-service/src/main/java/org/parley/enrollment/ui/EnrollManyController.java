package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.EnrollmentManagement;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.SeatRequest;
import org.parley.enrollment.Waiting;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Seats for many officers of a command at once. Doing it twice is doing it once, so it is for no version. */
@PageController
class EnrollManyController {

    private static final String ENROLL = "enroll";
    private static final String OFFICERS = "officers";

    private final Programme programme;
    private final EnrollmentManagement enrollments;
    private final Clock clock;

    EnrollManyController(Catalogue catalogue, EnrollmentManagement enrollments, Clock clock) {
        this.programme = new Programme(catalogue);
        this.enrollments = enrollments;
        this.clock = clock;
    }

    @GetMapping("/command/enroll")
    ModelAndView form(Caller caller, @RequestParam(required = false) @Nullable String command) {
        return show(caller, Desk.command(caller, command), Attempt.NONE, List.of());
    }

    @PostMapping("/command/enroll")
    ModelAndView enroll(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var command = Desk.command(caller, entered.text("command").orElse(null));
        var lines = OfficerLines.of(String.join("\n", entered.all(OFFICERS)));
        var training = entered.id("training");
        var mistakes = new LinkedHashMap<String, String>();
        if (training.isEmpty()) {
            mistakes.put("training", "Choose a cohort.");
        }
        if (!lines.mistakes().isEmpty()) {
            mistakes.put(OFFICERS, "Nobody was enrolled.");
        }
        if (!mistakes.isEmpty()) {
            return show(caller, command, Attempt.wrong(ENROLL, entered, mistakes), lines.mistakes());
        }
        var nco = entered.text("nco").isPresent();
        var again = entered.text("again").isPresent();
        var requests = lines.byLine().keySet().stream()
                .map(officer -> new SeatRequest(officer, command, nco, again))
                .toList();
        var result =
                Result.of(enrollments.enroll(training.orElseThrow(), requests, new Requester(caller), version -> {}));
        return switch (result) {
            case Result.Done(var cohort) -> done(caller, command, cohort, lines, entered);
            case Result.Gone _, Result.Changed _ -> throw ProblemException.notFound();
            case Result.Refused refused ->
                show(caller, command, Attempt.refused(ENROLL, entered, refused.words()), List.of());
            case Result.Wrong _ ->
                show(
                        caller,
                        command,
                        Attempt.refused(ENROLL, entered, "Your command is not on the list of commands today."),
                        List.of());
        };
    }

    /** Who has no place afterwards is named by the line, with why. */
    private ModelAndView done(Caller caller, String command, Cohort cohort, OfficerLines lines, Entered entered) {
        var left = new ArrayList<String>();
        var stay = new ArrayList<String>();
        var waiting = cohort.training().waiting();
        for (var officer : lines.byLine().keySet()) {
            why(cohort, waiting, officer).ifPresent(why -> {
                stay.add(officer.toString());
                left.add("Line " + stay.size() + ": " + why);
            });
        }
        if (stay.isEmpty()) {
            return new ModelAndView("redirect:/command?command=" + command + "&done=" + ENROLL);
        }
        var again = new LinkedHashMap<>(entered.fields());
        again.put(OFFICERS, List.of(String.join("\n", stay)));
        var all = lines.byLine().size();
        var words = "%d of %d have a place. These have none:".formatted(all - stay.size(), all);
        return show(caller, command, Attempt.wrong(ENROLL, new Entered(again), Map.of(OFFICERS, words)), left);
    }

    /** Who is not on the roster had a seat elsewhere, unless there was no room. */
    private static Optional<String> why(Cohort cohort, Waiting waiting, UUID officer) {
        var enrollment = cohort.training().of(officer);
        if (enrollment.isEmpty()) {
            return Optional.of(
                    RefusalWords.of(cohort.training().isRosterFull() ? "roster-full" : "seat-elsewhere", ""));
        }
        return enrollment
                .filter(it -> !cohort.canWithdraw(it))
                .map(it -> Standing.of(waiting, it))
                .map(it -> "%s in this cohort. %s".formatted(it.state(), it.why()));
    }

    private ModelAndView show(Caller caller, String command, Attempt attempt, List<String> lines) {
        var today = NewYork.day(clock.instant());
        return new ModelAndView("command-enroll", attempt.status())
                .addObject("attempt", attempt)
                .addObject("lines", lines)
                .addObject("command", command)
                .addObject("commands", Desk.commands(caller))
                .addObject(
                        "trainings",
                        CommandPages.open(programme).stream()
                                .map(it -> TrainingCard.of(it, today))
                                .toList());
    }
}

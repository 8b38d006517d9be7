package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.EnrollmentManagement;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.SeatRequest;
import org.parley.enrollment.officers.Officers;
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
    private static final String NOBODY = "Nobody was enrolled.";

    private static final String CHOSEN = "chosen";

    private final Programme programme;
    private final EnrollmentManagement enrollments;
    private final Officers officers;
    private final Clock clock;

    EnrollManyController(Catalogue catalogue, EnrollmentManagement enrollments, Officers officers, Clock clock) {
        this.programme = new Programme(catalogue);
        this.enrollments = enrollments;
        this.officers = officers;
        this.clock = clock;
    }

    @GetMapping("/command/enroll")
    ModelAndView form(Caller caller, @RequestParam(required = false) @Nullable String command) {
        var roster = CommandRoster.of(officers, Desk.command(caller, command));
        return show(caller, roster, Attempt.NONE, List.of());
    }

    /** Whom to look for is sent like what is entered, since names stand in no address. */
    @PostMapping("/command/enroll")
    ModelAndView enroll(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var roster = CommandRoster.of(
                officers, Desk.command(caller, entered.text("command").orElse(null)));
        if (entered.text("show").isPresent()) {
            return show(caller, roster, Attempt.looking(ENROLL, entered), List.of());
        }
        var chosen = chosen(entered);
        var lines = chosen.isEmpty() || entered.text(OFFICERS).isPresent()
                ? OfficerLines.of(String.join("\n", entered.all(OFFICERS)))
                : OfficerLines.NONE;
        var training = entered.id("training");
        var wrong = new ArrayList<>(lines.mistakes());
        var asked = asked(roster, lines, entered);
        if (asked.size() > OfficerLines.MOST) {
            wrong.add("These are " + asked.size() + " officers. Enroll " + OfficerLines.MOST + " at a time at most.");
        }
        var mistakes = new LinkedHashMap<String, String>();
        if (training.isEmpty()) {
            mistakes.put("training", "Choose a cohort.");
        }
        if (!wrong.isEmpty()) {
            mistakes.put(OFFICERS, NOBODY);
        }
        if (!mistakes.isEmpty()) {
            return show(caller, roster, Attempt.wrong(ENROLL, entered, mistakes), wrong);
        }
        var result = Result.of(enrollments.enroll(
                training.orElseThrow(), List.copyOf(asked.values()), new Requester(caller), version -> {}));
        return switch (result) {
            case Result.Done(var cohort) -> done(caller, roster, cohort, lines, entered);
            case Result.Gone _, Result.Changed _ -> throw ProblemException.notFound();
            case Result.Refused refused ->
                show(caller, roster, Attempt.refused(ENROLL, entered, refused.words()), List.of());
            case Result.Wrong(var places) -> wrong(caller, roster, entered, named(roster, asked, lines, places));
        };
    }

    private static Set<UUID> chosen(Entered entered) {
        return entered.all(CHOSEN).stream()
                .flatMap(it -> Entered.uuid(it).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The roster knows who is an NCO; of the others the form says it. Who is both chosen and entered is one. */
    private static Map<UUID, SeatRequest> asked(CommandRoster roster, OfficerLines lines, Entered entered) {
        var nco = entered.text("nco").isPresent();
        var again = entered.text("again").isPresent();
        var asked = new LinkedHashMap<UUID, SeatRequest>();
        chosen(entered).forEach(it -> asked.put(it, new SeatRequest(it, roster.command(), roster.isNco(it), again)));
        lines.byLine().keySet().forEach(it -> asked.putIfAbsent(it, new SeatRequest(it, roster.command(), nco, again)));
        return asked;
    }

    private ModelAndView wrong(Caller caller, CommandRoster roster, Entered entered, List<String> who) {
        return show(
                caller,
                roster,
                who.isEmpty()
                        ? Attempt.refused(ENROLL, entered, "Your command is not on the list of commands today.")
                        : Attempt.wrong(ENROLL, entered, Map.of(OFFICERS, NOBODY)),
                who);
    }

    /** Who serves elsewhere; none where it is the command itself that is wrong. */
    private static List<String> named(
            CommandRoster roster, Map<UUID, SeatRequest> asked, OfficerLines lines, Map<String, String> places) {
        var who = new ArrayList<String>();
        var place = 0;
        for (var officer : asked.keySet()) {
            var why = places.getOrDefault("requests-" + place++ + "-command", "");
            if (why.contains("roster")) {
                who.add(label(roster, lines.byLine(), officer) + ": serves in another command.");
            }
        }
        return who;
    }

    private static String label(CommandRoster roster, Map<UUID, Integer> byLine, UUID officer) {
        return Optional.ofNullable(byLine.get(officer))
                .map(line -> "Line " + line)
                .or(() -> roster.label(officer))
                .orElse(officer.toString());
    }

    /** Who has no place afterwards is named, with why, and stays in the form. */
    private ModelAndView done(Caller caller, CommandRoster roster, Cohort cohort, OfficerLines lines, Entered entered) {
        var asked = asked(roster, lines, entered).keySet();
        var left = new ArrayList<String>();
        var stay = new ArrayList<UUID>();
        var byLine = new LinkedHashMap<UUID, Integer>();
        var again = entered.text("again").isPresent();
        for (var officer : asked) {
            why(cohort, roster.command(), again, officer).ifPresent(why -> {
                stay.add(officer);
                if (lines.byLine().containsKey(officer)) {
                    byLine.put(officer, byLine.size() + 1);
                }
                left.add(label(roster, byLine, officer) + ": " + why);
            });
        }
        if (stay.isEmpty()) {
            return new ModelAndView("redirect:/command?command=" + roster.command() + "&done=" + ENROLL);
        }
        var remaining = new LinkedHashMap<>(entered.fields());
        remaining.put(
                OFFICERS, List.of(byLine.keySet().stream().map(UUID::toString).collect(Collectors.joining("\n"))));
        remaining.put(
                CHOSEN,
                stay.stream()
                        .filter(it -> !byLine.containsKey(it))
                        .map(UUID::toString)
                        .toList());
        var words = "%d of %d have a place. These have none:".formatted(asked.size() - stay.size(), asked.size());
        return show(caller, roster, Attempt.wrong(ENROLL, new Entered(remaining), Map.of(OFFICERS, words)), left);
    }

    /**
     * Who is not on the roster had a seat elsewhere, unless there was no room; so had who left it and didn't come back when
     * asked to. How it stands for another command, and for what reason, is that one's.
     */
    private static Optional<String> why(Cohort cohort, String command, boolean again, UUID officer) {
        var enrollment = cohort.training().of(officer);
        if (enrollment.isEmpty()) {
            return Optional.of(
                    RefusalWords.of(cohort.training().isRosterFull() ? "roster-full" : "seat-elsewhere", ""));
        }
        return enrollment.filter(it -> !cohort.canWithdraw(it)).map(it -> {
            if (again && it.hasLeft()) {
                return RefusalWords.of("seat-elsewhere", "");
            }
            if (!it.command().equals(command)) {
                return "Is on this cohort's roster for another command.";
            }
            var standing = Standing.of(cohort.training().waiting(), it);
            return "%s in this cohort. %s".formatted(standing.state(), standing.why());
        });
    }

    private ModelAndView show(Caller caller, CommandRoster roster, Attempt attempt, List<String> lines) {
        var today = NewYork.day(clock.instant());
        var cohorts = programme.of(training -> true);
        var entered = attempt.entered();
        return new ModelAndView("command-enroll", attempt.status())
                .addObject("attempt", attempt)
                .addObject("lines", lines)
                .addObject("command", roster.command())
                .addObject("commands", Desk.commands(caller))
                .addObject(
                        "choices",
                        roster.choices(
                                entered.text("filter").orElse(""),
                                entered.number("show").orElse(1),
                                chosen(entered),
                                cohorts))
                .addObject(
                        "trainings",
                        cohorts.stream()
                                .filter(Cohort::isOpen)
                                .map(it -> TrainingCard.of(it, today))
                                .toList());
    }
}

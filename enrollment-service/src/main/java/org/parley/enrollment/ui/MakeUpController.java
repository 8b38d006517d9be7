package org.parley.enrollment.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.enrollment.AttendanceManagement;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.Ids;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.TrainingState;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A guest from another cohort, who makes up a day here. The form shows nothing of the guest's own cohort, so it is for no
 * version of it.
 */
@PageController
class MakeUpController {

    private static final String MAKE_UP = "make-up";
    private static final String GUEST = "guest";
    private static final String HOURS = "Enter the hours, such as 8 or 7.5.";

    private final Programme programme;
    private final AttendanceManagement attendance;
    private final CohortPages pages;
    private final Labels labels;
    private final Clock clock;

    MakeUpController(
            Catalogue catalogue,
            TrainingManagement trainings,
            AttendanceManagement attendance,
            Officers officers,
            Clock clock) {
        this.programme = new Programme(catalogue);
        this.attendance = attendance;
        this.pages = new CohortPages(trainings, officers, clock);
        this.labels = new Labels(officers);
        this.clock = clock;
    }

    @GetMapping("/cohorts/{id}/make-up")
    ModelAndView form(Caller caller, @PathVariable UUID id) {
        return show(caller, id, Attempt.NONE);
    }

    @PostMapping("/cohorts/{id}/make-up")
    ModelAndView record(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        pages.find(caller, id);
        return fields.containsKey(GUEST) ? recordGuest(caller, id, entered) : recordById(caller, id, entered);
    }

    /** Chosen from the list. */
    private ModelAndView recordGuest(Caller caller, UUID id, Entered entered) {
        var missed = entered.text(GUEST).flatMap(Missed::parse);
        var hours = entered.hours("hours");
        var mistakes = new LinkedHashMap<String, String>();
        if (missed.isEmpty()) {
            mistakes.put(GUEST, "Choose the officer and the day.");
        }
        if (hours.isEmpty()) {
            mistakes.put("hours", HOURS);
        }
        return mistakes.isEmpty()
                ? record(caller, id, missed.orElseThrow(), hours.orElseThrow(), new Sent(GUEST, entered))
                : show(caller, id, Attempt.wrong(GUEST, entered, mistakes));
    }

    /** On no list that the reader may see. */
    private ModelAndView recordById(Caller caller, UUID id, Entered entered) {
        var officer = entered.id("officer");
        var from = entered.id("from");
        var day = entered.number("day");
        var hours = entered.hours("hours");
        var mistakes = new LinkedHashMap<String, String>();
        if (officer.isEmpty()) {
            mistakes.put("officer", "Enter the officer's id.");
        }
        if (from.isEmpty()) {
            mistakes.put("from", "Choose the officer's own cohort.");
        }
        if (day.filter(it -> it >= 1 && it <= 4).isEmpty()) {
            mistakes.put("day", "Choose the day that was missed.");
        }
        if (hours.isEmpty()) {
            mistakes.put("hours", HOURS);
        }
        if (!mistakes.isEmpty()) {
            return show(caller, id, Attempt.wrong(MAKE_UP, entered, mistakes));
        }
        var missed = new Missed(from.orElseThrow(), officer.orElseThrow(), day.orElseThrow());
        return record(caller, id, missed, hours.orElseThrow(), new Sent(MAKE_UP, entered));
    }

    private record Sent(String action, Entered entered) {

        String officer() {
            return action.equals(GUEST) ? GUEST : "officer";
        }
    }

    private ModelAndView record(Caller caller, UUID id, Missed missed, double hours, Sent sent) {
        var action = sent.action();
        var entered = sent.entered();
        var result = Result.of(attendance.makeUp(
                missed.training(),
                Ids.enrollment(missed.training(), missed.officer()),
                missed.day(),
                id,
                hours,
                new Requester(caller),
                version -> {}));
        return switch (result) {
            case Result.Done _ -> new ModelAndView("redirect:/cohorts/" + id + "/make-up?done=" + MAKE_UP);
            case Result.Gone _ ->
                show(
                        caller,
                        id,
                        Attempt.wrong(
                                action,
                                entered,
                                Map.of(sent.officer(), "This officer is not on that cohort's roster.")));
            case Result.Changed _ -> show(caller, id, Attempt.refused(action, entered, RefusalWords.CHANGED));
            case Result.Refused refused -> show(caller, id, Attempt.refused(action, entered, refused.words()));
            case Result.Wrong(var wrong) ->
                show(
                        caller,
                        id,
                        wrong.containsKey("training")
                                ? Attempt.refused(
                                        action,
                                        entered,
                                        "A day is made up in another cohort that takes place, when its day has come.")
                                : Attempt.wrong(action, entered, wrong));
        };
    }

    private ModelAndView show(Caller caller, UUID id, Attempt attempt) {
        var today = NewYork.day(clock.instant());
        var here = pages.find(caller, id);
        var others = programme.of(MakeUpController::mayMiss).stream()
                .filter(it -> !it.id().equals(id))
                .toList();
        var requester = new Requester(caller);
        return pages.page(caller, here, "cohort-make-up", attempt)
                .addObject(
                        "guests",
                        guests(
                                here,
                                others.stream()
                                        // whose rosters are not the reader's, names aren't either
                                        .filter(it -> requester.runs(it.training()))
                                        .toList(),
                                today))
                .addObject(
                        "others",
                        others.stream().map(it -> TrainingCard.of(it, today)).toList());
    }

    /** Each day that somebody missed there and that has come here, by name. */
    private List<Words.Named> guests(Cohort here, List<Cohort> others, LocalDate today) {
        var rosters = others.stream()
                .flatMap(it -> it.training().roster().stream())
                .filter(MakeUpController::mayMakeUp)
                .toList();
        var names = labels.of(rosters, _ -> true);
        return others.stream()
                .flatMap(own -> own.training().roster().stream()
                        .filter(MakeUpController::mayMakeUp)
                        .flatMap(it -> Missed.of(own, it, here, today).stream()
                                .map(day -> new Words.Named(
                                        day.text(),
                                        "%s, cohort %s, day %d"
                                                .formatted(
                                                        names.getOrDefault(
                                                                it.officer(),
                                                                it.officer().toString()),
                                                        own.training().plan().cohort(),
                                                        day.day())))))
                .sorted(Comparator.comparing(Words.Named::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static boolean mayMakeUp(Enrollment enrollment) {
        return enrollment.state() == EnrollmentState.ENROLLED
                || enrollment.state() == EnrollmentState.INCOMPLETE
                || enrollment.state() == EnrollmentState.NO_SHOW;
    }

    private static boolean mayMiss(Training training) {
        return training.state() == TrainingState.RUNNING
                || training.state() == TrainingState.COMPLETED
                || training.state() == TrainingState.CANCELLED;
    }
}

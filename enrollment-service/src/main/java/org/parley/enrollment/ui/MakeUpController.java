package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.enrollment.AttendanceManagement;
import org.parley.enrollment.Catalogue;
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

    private final Programme programme;
    private final AttendanceManagement attendance;
    private final CohortPages pages;
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
            mistakes.put("hours", "Enter the hours, such as 8 or 7.5.");
        }
        if (!mistakes.isEmpty()) {
            return show(caller, id, Attempt.wrong(MAKE_UP, entered, mistakes));
        }
        var result = Result.of(attendance.makeUp(
                from.orElseThrow(),
                Ids.enrollment(from.orElseThrow(), officer.orElseThrow()),
                day.orElseThrow(),
                id,
                hours.orElseThrow(),
                new Requester(caller),
                version -> {}));
        return switch (result) {
            case Result.Done _ -> new ModelAndView("redirect:/cohorts/" + id + "/make-up?done=" + MAKE_UP);
            case Result.Gone _ ->
                show(
                        caller,
                        id,
                        Attempt.wrong(
                                MAKE_UP, entered, Map.of("officer", "This officer is not on that cohort's roster.")));
            case Result.Changed _ -> show(caller, id, Attempt.refused(MAKE_UP, entered, RefusalWords.CHANGED));
            case Result.Refused refused -> show(caller, id, Attempt.refused(MAKE_UP, entered, refused.words()));
            case Result.Wrong(var wrong) ->
                show(
                        caller,
                        id,
                        wrong.containsKey("training")
                                ? Attempt.refused(
                                        MAKE_UP,
                                        entered,
                                        "A day is made up in another cohort that takes place, when its day has come.")
                                : Attempt.wrong(MAKE_UP, entered, wrong));
        };
    }

    private ModelAndView show(Caller caller, UUID id, Attempt attempt) {
        var today = NewYork.day(clock.instant());
        return pages.page(caller, pages.find(caller, id), "cohort-make-up", attempt)
                .addObject(
                        "others",
                        programme.of(MakeUpController::mayMiss).stream()
                                .filter(it -> !it.id().equals(id))
                                .map(it -> TrainingCard.of(it, today))
                                .toList());
    }

    private static boolean mayMiss(Training training) {
        return training.state() == TrainingState.RUNNING
                || training.state() == TrainingState.COMPLETED
                || training.state() == TrainingState.CANCELLED;
    }
}

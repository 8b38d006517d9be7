package org.parley.enrollment.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.parley.enrollment.AttendanceManagement;
import org.parley.enrollment.Attendee;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who was there on a day: taken on a tablet, or by the code that is shown in the room. */
@PageController
class AttendancePagesController {

    private static final String ATTEND = "attend";

    private final AttendanceManagement attendance;
    private final Unchanged unchanged;
    private final CohortPages pages;

    AttendancePagesController(
            TrainingManagement trainings, AttendanceManagement attendance, Officers officers, Clock clock) {
        this.attendance = attendance;
        this.unchanged = new Unchanged(trainings);
        this.pages = new CohortPages(trainings, officers, clock);
    }

    @GetMapping("/cohorts/{id}/days/{day}")
    ModelAndView day(Caller caller, @PathVariable UUID id, @PathVariable int day) {
        return show(caller, id, day, Attempt.NONE);
    }

    /** It is for what was recorded of that day: who signed in meanwhile must not be wiped out unseen. */
    @PostMapping("/cohorts/{id}/days/{day}")
    ModelAndView attend(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int day,
            @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var date = pages.find(caller, id, day)
                .training()
                .plan()
                .days()
                .get(day - 1)
                .date();
        var mistakes = new LinkedHashMap<String, String>();
        var there = new ArrayList<Attendee>();
        for (var text : entered.all("there")) {
            var officer = Entered.uuid(text);
            var hours = officer.flatMap(it -> entered.hours("hours-" + it));
            if (officer.isPresent() && hours.isEmpty()) {
                mistakes.put("hours-" + officer.get(), "Enter the hours, such as 8 or 7.5.");
            }
            officer.ifPresent(it -> there.add(new Attendee(it, hours.orElse(0.0))));
        }
        if (!mistakes.isEmpty()) {
            return show(caller, id, day, Attempt.wrong(ATTEND, entered, mistakes));
        }
        if (date.isAfter(NewYork.day(pages.clock().instant()))) {
            return show(caller, id, day, Attempt.refused(ATTEND, entered, RefusalWords.TO_COME));
        }
        var result = unchanged.then(
                id,
                cohort -> cohort.versionOfDay(day),
                entered.version(),
                guard -> attendance.attend(id, date, there, new Requester(caller), guard));
        return switch (result) {
            case Result.Done _ -> new ModelAndView("redirect:/cohorts/" + id + "/days/" + day + "?done=" + ATTEND);
            case Result.Gone _ -> throw ProblemException.notFound();
            case Result.Changed _ -> show(caller, id, day, Attempt.refused(ATTEND, entered, RefusalWords.CHANGED));
            case Result.Refused refused -> show(caller, id, day, Attempt.refused(ATTEND, entered, refused.words()));
            case Result.Wrong(var wrong) -> show(caller, id, day, wrong(entered, there, wrong));
        };
    }

    @GetMapping("/cohorts/{id}/days/{day}/code")
    ModelAndView code(Caller caller, @PathVariable UUID id, @PathVariable int day) {
        var page = pages.page(caller, pages.find(caller, id, day), "cohort-code", Attempt.NONE)
                .addObject("number", day);
        return switch (attendance.code(id, day, new Requester(caller)).orElseThrow(ProblemException::notFound)) {
            case AttendanceManagement.Code.Shown shown -> page.addObject("code", shown.code());
            case AttendanceManagement.Code.NotNow _ -> page;
        };
    }

    /** The rules name attendees by their place, the page by who they are. What else is wrong has become so meanwhile. */
    private static Attempt wrong(Entered entered, List<Attendee> there, Map<String, String> wrong) {
        var mistakes = new LinkedHashMap<String, String>();
        IntStream.range(0, there.size()).forEach(place -> {
            var words = wrong.get("attended-" + place + "-hours");
            if (words != null) {
                mistakes.put("hours-" + there.get(place).officer(), words);
            }
        });
        return mistakes.isEmpty()
                ? Attempt.refused(ATTEND, entered, RefusalWords.CHANGED)
                : Attempt.wrong(ATTEND, entered, mistakes);
    }

    private ModelAndView show(Caller caller, UUID id, int day, Attempt attempt) {
        var cohort = pages.find(caller, id, day);
        var of = cohort.training().plan().days().get(day - 1);
        return pages.page(caller, cohort, "cohort-day", attempt)
                .addObject("number", day)
                .addObject("names", pages.names(cohort))
                .addObject("live", cohort.isLive())
                .addObject("seen", cohort.versionOfDay(day))
                .addObject(
                        "full",
                        Words.hours(Duration.between(of.start(), of.end()).toMinutes() / 60.0))
                .addObject(
                        "lines",
                        cohort.training().roster().stream()
                                .filter(it -> it.state() == EnrollmentState.ENROLLED)
                                .map(it -> AttendanceLine.of(it, day))
                                .toList());
    }
}

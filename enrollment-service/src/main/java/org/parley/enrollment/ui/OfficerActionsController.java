package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.enrollment.AttendanceManagement;
import org.parley.enrollment.EnrollmentManagement;
import org.parley.enrollment.Ids;
import org.parley.enrollment.Requester;
import org.parley.enrollment.SeatRequest;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.WithdrawReason;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What officers do for themselves. */
@PageController
class OfficerActionsController {

    private static final String ASK = "ask";
    private static final String WITHDRAW = "withdraw";
    private static final String SIGN_IN = "sign-in";

    private final EnrollmentManagement enrollments;
    private final AttendanceManagement attendance;
    private final Unchanged unchanged;
    private final OfficerPages pages;

    OfficerActionsController(
            TrainingManagement trainings,
            EnrollmentManagement enrollments,
            AttendanceManagement attendance,
            LinkDrawing links,
            Clock clock) {
        this.enrollments = enrollments;
        this.attendance = attendance;
        this.unchanged = new Unchanged(trainings);
        this.pages = new OfficerPages(trainings, links, clock);
    }

    @PostMapping("/trainings/{id}/ask")
    ModelAndView ask(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var officer = Desk.officer(caller);
        var requester = new Requester(caller);
        var command = entered.text("command").orElse("");
        // its version says that the officer knows of having left
        var requests =
                List.of(new SeatRequest(officer, command, entered.text("nco").isPresent(), true));
        if (!requester.mayAsk(requests)) {
            return pages.show(
                    caller, id, Attempt.wrong(ASK, entered, Map.of("requests-0-command", "Choose your command.")));
        }
        var enrollment = Ids.enrollment(id, officer);
        var result = unchanged.then(
                id,
                cohort -> cohort.versionOf(enrollment),
                entered.version(),
                guard -> enrollments.enroll(id, requests, requester, guard));
        return after(placed(result, officer), caller, id, new Sent(ASK, entered));
    }

    @PostMapping("/trainings/{id}/withdraw")
    ModelAndView withdraw(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var enrollment = Ids.enrollment(id, Desk.officer(caller));
        var reason = entered.one("reason", WithdrawReason.values());
        if (reason.isEmpty()) {
            return pages.show(caller, id, Attempt.wrong(WITHDRAW, entered, Map.of("reason", "Choose a reason.")));
        }
        var result = unchanged.then(
                id,
                cohort -> cohort.versionOf(enrollment),
                entered.version(),
                guard -> enrollments.withdraw(id, enrollment, reason.get(), new Requester(caller), guard));
        return after(result, caller, id, new Sent(WITHDRAW, entered));
    }

    /** It takes effect whatever else was seen: who stands in the room has the code. */
    @PostMapping("/trainings/{id}/days/{day}/sign-in")
    ModelAndView signIn(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int day,
            @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        Desk.officer(caller);
        var code = entered.text("code").filter(it -> it.matches("[0-9]{6}"));
        if (code.isEmpty()) {
            return pages.show(
                    caller, id, Attempt.wrong(SIGN_IN, entered, Map.of("code", "Type the six digits on the screen.")));
        }
        var result = Result.of(attendance.signIn(id, day, code.get(), new Requester(caller)));
        var answer = result instanceof Result.Refused(var problem, var words) && problem.equals("wrong-code")
                ? new Result.Wrong(Map.of("code", words))
                : result;
        return after(answer, caller, id, new Sent(SIGN_IN, entered));
    }

    private record Sent(String action, Entered entered) {}

    /** Who has no place afterwards had a seat elsewhere, unless there was no room. */
    private static Result placed(Result result, UUID officer) {
        if (result instanceof Result.Done(var cohort) && !cohort.hasPlace(officer)) {
            var isFull = cohort.training().isRosterFull()
                    && cohort.training().of(officer).isEmpty();
            var why = isFull ? "roster-full" : "seat-elsewhere";
            return new Result.Refused(why, RefusalWords.of(why, why));
        }
        return result;
    }

    private ModelAndView after(Result result, Caller caller, UUID id, Sent sent) {
        return switch (result) {
            case Result.Done _ -> new ModelAndView("redirect:/trainings/" + id + "?done=" + sent.action());
            case Result.Gone _ -> throw ProblemException.notFound();
            case Result.Changed _ ->
                pages.show(caller, id, Attempt.refused(sent.action(), sent.entered(), RefusalWords.CHANGED));
            case Result.Refused refused ->
                pages.show(caller, id, Attempt.refused(sent.action(), sent.entered(), refused.words()));
            case Result.Wrong(var mistakes) ->
                pages.show(caller, id, Attempt.wrong(sent.action(), sent.entered(), mistakes));
        };
    }
}

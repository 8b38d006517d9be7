package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.enrollment.CancelReason;
import org.parley.enrollment.Creation;
import org.parley.enrollment.Ids;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Planning cohorts and ending them, which only coordinators do. */
@PageController
@PreAuthorize("hasRole('coordinator')")
class PlanningController {

    private static final String PLAN = "plan";
    private static final String KEY = "key";

    private final TrainingManagement trainings;
    private final Unchanged unchanged;
    private final CohortPages pages;

    PlanningController(TrainingManagement trainings, Officers officers, Clock clock) {
        this.trainings = trainings;
        this.unchanged = new Unchanged(trainings);
        this.pages = new CohortPages(trainings, officers, clock);
    }

    @GetMapping("/cohorts/new")
    ModelAndView fresh() {
        return form(PlanForm.usual(), Attempt.NONE)
                .addObject(KEY, UUID.randomUUID().toString());
    }

    /** Sent twice it plans one cohort. */
    @PostMapping("/cohorts/new")
    ModelAndView create(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var form = PlanForm.of(entered);
        var key = entered.id(KEY)
                .map(UUID::toString)
                .orElseGet(() -> UUID.randomUUID().toString());
        if (form.plan().isEmpty()) {
            return form(entered, Attempt.wrong(PLAN, entered, form.mistakes())).addObject(KEY, key);
        }
        return switch (trainings.create(
                Ids.training(caller.id(), key), form.plan().get())) {
            case Creation.Created(var held) -> new ModelAndView("redirect:/cohorts/" + held.id());
            case Creation.Repeated(var held) -> new ModelAndView("redirect:/cohorts/" + held.id());
            case Creation.KeyReused _ ->
                form(entered, Attempt.refused(PLAN, entered, "This form was sent before. Open it anew."))
                        .addObject(KEY, key);
            case Creation.Invalid(var breaches) ->
                form(entered, Attempt.wrong(PLAN, entered, Result.mistakes(breaches)))
                        .addObject(KEY, key);
        };
    }

    @GetMapping("/cohorts/{id}/plan")
    ModelAndView draft(Caller caller, @PathVariable UUID id) {
        var cohort = pages.find(caller, id);
        return amending(caller, id, PlanForm.filled(cohort.training().plan()), Attempt.NONE);
    }

    @PostMapping("/cohorts/{id}/plan")
    ModelAndView amend(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var form = PlanForm.of(entered);
        if (form.plan().isEmpty()) {
            return amending(caller, id, entered, Attempt.wrong(PLAN, entered, form.mistakes()));
        }
        var result = unchanged.then(
                id,
                Cohort::version,
                entered.version(),
                guard -> trainings.amend(id, form.plan().get(), new Requester(caller), guard));
        return switch (result) {
            case Result.Done _ -> done(id, PLAN);
            case Result.Gone _ -> throw ProblemException.notFound();
            case Result.Changed _ ->
                amending(
                        caller,
                        id,
                        PlanForm.filled(pages.find(caller, id).training().plan()),
                        Attempt.refused(PLAN, entered, RefusalWords.CHANGED));
            case Result.Refused refused ->
                amending(caller, id, entered, Attempt.refused(PLAN, entered, refused.words()));
            case Result.Wrong(var mistakes) -> amending(caller, id, entered, Attempt.wrong(PLAN, entered, mistakes));
        };
    }

    @GetMapping("/cohorts/{id}/days/{day}/reschedule")
    ModelAndView rescheduling(Caller caller, @PathVariable UUID id, @PathVariable int day) {
        return rescheduling(caller, id, day, Attempt.NONE);
    }

    @PostMapping("/cohorts/{id}/days/{day}/reschedule")
    ModelAndView reschedule(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int day,
            @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var mistakes = new LinkedHashMap<String, String>();
        var to = PlanForm.day(entered, mistakes);
        if (to.isEmpty()) {
            return rescheduling(caller, id, day, Attempt.wrong(PLAN, entered, mistakes));
        }
        pages.find(caller, id, day);
        var result = unchanged.then(
                id,
                Cohort::version,
                entered.version(),
                guard -> trainings.reschedule(id, day, to.get(), new Requester(caller), guard));
        return switch (result) {
            case Result.Done _ -> done(id, "reschedule");
            case Result.Gone _ -> throw ProblemException.notFound();
            case Result.Changed _ ->
                rescheduling(caller, id, day, Attempt.refused(PLAN, entered, RefusalWords.CHANGED));
            case Result.Refused refused ->
                rescheduling(caller, id, day, Attempt.refused(PLAN, entered, refused.words()));
            case Result.Wrong(var wrong) -> rescheduling(caller, id, day, Attempt.wrong(PLAN, entered, wrong));
        };
    }

    @PostMapping("/cohorts/{id}/open")
    ModelAndView open(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var result = unchanged.then(
                id, Cohort::version, entered.version(), guard -> trainings.open(id, new Requester(caller), guard));
        return after(result, caller, id, "open", entered);
    }

    @PostMapping("/cohorts/{id}/cancel")
    ModelAndView cancel(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var reason = entered.one("reason", CancelReason.values());
        if (reason.isEmpty()) {
            return pages.show(caller, id, Attempt.wrong("cancel", entered, Map.of("reason", "Choose a reason.")));
        }
        var result = unchanged.then(
                id,
                Cohort::version,
                entered.version(),
                guard -> trainings.cancel(id, reason.get(), new Requester(caller), guard));
        return after(result, caller, id, "cancel", entered);
    }

    @PostMapping("/cohorts/{id}/complete")
    ModelAndView complete(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var result = unchanged.then(
                id, Cohort::version, entered.version(), guard -> trainings.complete(id, new Requester(caller), guard));
        return after(result, caller, id, "complete", entered);
    }

    private ModelAndView after(Result result, Caller caller, UUID id, String action, Entered entered) {
        return switch (result) {
            case Result.Done _ -> done(id, action);
            case Result.Gone _ -> throw ProblemException.notFound();
            case Result.Changed _ -> pages.show(caller, id, Attempt.refused(action, entered, RefusalWords.CHANGED));
            case Result.Refused refused -> pages.show(caller, id, Attempt.refused(action, entered, refused.words()));
            case Result.Wrong(var mistakes) -> pages.show(caller, id, Attempt.wrong(action, entered, mistakes));
        };
    }

    private static ModelAndView done(UUID id, String action) {
        return new ModelAndView("redirect:/cohorts/" + id + "?done=" + action);
    }

    private static ModelAndView form(Entered filled, Attempt attempt) {
        return new ModelAndView("cohort-plan", attempt.status())
                .addObject("attempt", attempt)
                .addObject("filled", filled)
                .addObject("parts", Words.PARTS)
                .addObject("action", "/cohorts/new")
                .addObject("plans", true);
    }

    private ModelAndView amending(Caller caller, UUID id, Entered filled, Attempt attempt) {
        return form(filled, attempt)
                .addObject("action", "/cohorts/" + id + "/plan")
                .addObject("version", pages.find(caller, id).version());
    }

    private ModelAndView rescheduling(Caller caller, UUID id, int day, Attempt attempt) {
        var cohort = pages.find(caller, id, day);
        var filled = attempt.action() == null || attempt.refused() != null
                ? PlanForm.filled(cohort.training().plan().days().get(day - 1))
                : attempt.entered();
        return pages.page(caller, cohort, "cohort-reschedule", attempt)
                .addObject("filled", filled)
                .addObject("number", day);
    }
}

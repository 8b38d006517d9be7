package org.parley.session.ui;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.parley.session.Actor;
import org.parley.session.Author;
import org.parley.session.Correction;
import org.parley.session.MicroInterventionManagement;
import org.parley.session.SessionManagement;
import org.parley.session.VoidReason;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One log with its history, for whoever may read it; amended and voided by whoever may log it. */
@PageController
class LogController {

    private static final String AMEND = "amend";
    private static final String VOID = "void";

    private final SessionManagement sessions;
    private final MicroInterventionManagement microInterventions;
    private final LogChoices choices = LogChoices.all();

    LogController(SessionManagement sessions, MicroInterventionManagement microInterventions) {
        this.sessions = sessions;
        this.microInterventions = microInterventions;
    }

    @GetMapping("/logs/sessions/{id}")
    ModelAndView session(Caller caller, @PathVariable UUID id) {
        return session(caller, id, Attempt.NONE);
    }

    @PostMapping("/logs/sessions/{id}/amend")
    ModelAndView amendSession(
            Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var author = new Author(caller);
        var entered = new Entered(fields);
        var was = sessions.find(id, author).orElseThrow(ProblemException::notFound);
        var amendment = new SessionAmendment(was.state().report(), entered);
        Function<Attempt, ModelAndView> page = attempt -> session(caller, id, attempt);
        if (!amendment.mistakes().isEmpty()) {
            return page.apply(Attempt.wrong(AMEND, entered, amendment.mistakes()));
        }
        return answer(
                sessions.amend(id, amendment.report(), author, entered.seen()),
                AMEND,
                entered,
                LogCard.SESSIONS + id,
                page);
    }

    @PostMapping("/logs/sessions/{id}/void")
    ModelAndView voidSession(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        Function<Attempt, ModelAndView> page = attempt -> session(caller, id, attempt);
        return reason(entered)
                .map(reason -> answer(
                        sessions.voidIt(id, reason, new Author(caller), entered.seen()),
                        VOID,
                        entered,
                        LogCard.SESSIONS + id,
                        page))
                .orElseGet(() -> page.apply(withoutReason(entered)));
    }

    @GetMapping("/logs/micro-interventions/{id}")
    ModelAndView microIntervention(Caller caller, @PathVariable UUID id) {
        return microIntervention(caller, id, Attempt.NONE);
    }

    @PostMapping("/logs/micro-interventions/{id}/amend")
    ModelAndView amendMicroIntervention(
            Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var author = new Author(caller);
        var entered = new Entered(fields);
        var was = microInterventions.find(id, author).orElseThrow(ProblemException::notFound);
        var amendment = new MicroInterventionAmendment(was.state().report(), entered);
        Function<Attempt, ModelAndView> page = attempt -> microIntervention(caller, id, attempt);
        if (!amendment.mistakes().isEmpty()) {
            return page.apply(Attempt.wrong(AMEND, entered, amendment.mistakes()));
        }
        return answer(
                microInterventions.amend(id, amendment.report(), author, entered.seen()),
                AMEND,
                entered,
                LogCard.MICRO_INTERVENTIONS + id,
                page);
    }

    @PostMapping("/logs/micro-interventions/{id}/void")
    ModelAndView voidMicroIntervention(
            Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        Function<Attempt, ModelAndView> page = attempt -> microIntervention(caller, id, attempt);
        return reason(entered)
                .map(reason -> answer(
                        microInterventions.voidIt(id, reason, new Author(caller), entered.seen()),
                        VOID,
                        entered,
                        LogCard.MICRO_INTERVENTIONS + id,
                        page))
                .orElseGet(() -> page.apply(withoutReason(entered)));
    }

    private ModelAndView session(Caller caller, UUID id, Attempt attempt) {
        var author = new Author(caller);
        var held = sessions.find(id, author).orElseThrow(ProblemException::notFound);
        var session = held.state();
        return page(caller, "log-session", LogCard.ofSession(held), attempt, session.loggedBy(author))
                .addObject("fixedReferral", session.report().referral() != null)
                .addObject("filled", attempt.in(AMEND, SessionAmendment.filled(session.report())));
    }

    private ModelAndView microIntervention(Caller caller, UUID id, Attempt attempt) {
        var author = new Author(caller);
        var held = microInterventions.find(id, author).orElseThrow(ProblemException::notFound);
        var log = held.state();
        return page(caller, "log-micro-intervention", LogCard.ofMicroIntervention(held), attempt, log.loggedBy(author))
                .addObject("filled", attempt.in(AMEND, MicroInterventionAmendment.filled(log.report())));
    }

    private ModelAndView page(Caller caller, String view, LogCard card, Attempt attempt, Optional<Actor> loggedBy) {
        var page = Workplace.page(view, caller, "")
                .addObject("log", card)
                .addObject("attempt", attempt)
                .addObject("mistakes", attempt.mistakes())
                .addObject("reason", attempt.in(VOID, Entered.NOTHING))
                .addObject("mayCorrect", card.voided() == null && loggedBy.isPresent())
                .addObject("choices", choices);
        page.setStatus(attempt.status());
        return page;
    }

    /** Where it was refused because it stands differently, its page shows how it stands. */
    private static <T> ModelAndView answer(
            Correction<T> correction,
            String action,
            Entered entered,
            String path,
            Function<Attempt, ModelAndView> page) {
        return switch (correction) {
            case Correction.Done<T> _ -> new ModelAndView("redirect:" + path + "?done=" + action);
            case Correction.NotFound<T> _ -> throw ProblemException.notFound();
            case Correction.Forbidden<T> _ ->
                throw ProblemException.forbidden("Who may log it may correct it; others may only read it.");
            case Correction.Stale<T> _ ->
                page.apply(Attempt.refused("It was changed meanwhile. This is how it stands now."));
            case Correction.Voided<T> _ -> page.apply(Attempt.refused("It was voided. It stays as it was."));
            case Correction.TooOften<T> _ ->
                page.apply(Attempt.refused("A log can't be changed any more often. It can still be voided."));
            case Correction.Refused<T>(var breaches) ->
                page.apply(Attempt.wrong(action, entered, Attempt.mistakes(breaches)));
        };
    }

    private static Optional<VoidReason> reason(Entered entered) {
        return entered.one("reason", VoidReason.values());
    }

    private static Attempt withoutReason(Entered entered) {
        return Attempt.wrong(VOID, entered, Map.of("reason", "Choose a reason."));
    }
}

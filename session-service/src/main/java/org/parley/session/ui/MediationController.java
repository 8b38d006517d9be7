package org.parley.session.ui;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.Logging;
import org.parley.session.NotHeldReason;
import org.parley.session.Session;
import org.parley.session.SessionManagement;
import org.parley.session.SessionOutcome;
import org.parley.session.Technique;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A center's staff log a mediation, best from the referral that it serves. */
@PageController
class MediationController {

    private static final String SENT_BEFORE = "This form was sent before, with something else in it.";
    private static final String NOT_YOURS = "Only the staff of a center log what it mediated.";

    private final SessionManagement sessions;
    private final Clock clock;
    private final MediationChoices choices = MediationChoices.all();

    MediationController(SessionManagement sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A field named as if it were a part of one is none: what binds beside the form's own would fail at it. */
    @InitBinder
    void bindsTheFormOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    @GetMapping("/mediations/new")
    ModelAndView open(Caller caller, @RequestParam(required = false) @Nullable UUID referral) {
        var author = new Author(caller);
        center(author);
        var known = Optional.ofNullable(referral).flatMap(id -> sessions.referral(id, author));
        var form = MediationForm.of(UUID.randomUUID(), referral, known, clock.instant());
        return page(form, Set.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/mediations/new")
    ModelAndView log(
            Caller caller,
            @ModelAttribute MediationForm form,
            @RequestParam(required = false) @Nullable List<String> techniques) {
        var author = new Author(caller);
        var center = center(author);
        var used = used(techniques);
        var mistakes = form.mistakes();
        if (!mistakes.isEmpty()) {
            return page(form, used, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var id = form.id().orElseThrow();
        return switch (sessions.log(id, form.report(center, used), author)) {
            case Logging.Logged<Session> _ -> logged(id);
            case Logging.Repeated<Session> _ -> logged(id);
            case Logging.Conflicting<Session> _ -> page(form, used, Map.of("form", SENT_BEFORE), HttpStatus.CONFLICT);
            case Logging.Refused<Session>(var breaches) ->
                page(form, used, MediationForm.mistakes(breaches), HttpStatus.UNPROCESSABLE_CONTENT);
            case Logging.Forbidden<Session> _ -> throw ProblemException.forbidden(NOT_YOURS);
        };
    }

    @GetMapping("/mediations/{id}")
    ModelAndView show(Caller caller, @PathVariable UUID id) {
        return sessions.find(id, new Author(caller))
                .map(held -> new ModelAndView("mediation")
                        .addObject("report", held.state().report())
                        .addObject("choices", choices))
                .orElseThrow(ProblemException::notFound);
    }

    private static ModelAndView logged(UUID id) {
        return new ModelAndView("redirect:/mediations/" + id);
    }

    private ModelAndView page(
            MediationForm form, Set<Technique> techniques, Map<String, String> mistakes, HttpStatus status) {
        return new ModelAndView("mediation-new", status)
                .addObject("form", form)
                .addObject("used", techniques.stream().map(Enum::name).collect(Collectors.toSet()))
                .addObject("mistakes", mistakes)
                .addObject("choices", choices);
    }

    /** Whatever is no technique was not on the page. */
    private static Set<Technique> used(@Nullable List<String> techniques) {
        return Optional.ofNullable(techniques).orElse(List.of()).stream()
                .flatMap(code -> MediationForm.code(Technique.values(), code).stream())
                .collect(Collectors.toSet());
    }

    private static String center(Author author) {
        return author.center().orElseThrow(() -> ProblemException.forbidden(NOT_YOURS));
    }

    /** What the form lets choose from. */
    record MediationChoices(
            List<Choices.Named> commands,
            List<Choices.Named> types,
            List<Choices.Named> outcomes,
            List<Choices.Named> reasons,
            List<Choices.Group> groups) {

        MediationChoices {
            commands = List.copyOf(commands);
            types = List.copyOf(types);
            outcomes = List.copyOf(outcomes);
            reasons = List.copyOf(reasons);
            groups = List.copyOf(groups);
        }

        static MediationChoices all() {
            return new MediationChoices(
                    Words.commands(),
                    Choices.allTypes(),
                    allOutcomes(),
                    Choices.named(NotHeldReason.values()),
                    Choices.allGroups());
        }

        private static List<Choices.Named> allOutcomes() {
            return Arrays.stream(SessionOutcome.values())
                    .map(outcome -> new Choices.Named(outcome.name(), Words.of(outcome)))
                    .toList();
        }

        /** The name of a code, whichever list it is of. */
        public String name(String code) {
            return Stream.of(commands, types, outcomes, reasons)
                    .flatMap(List::stream)
                    .filter(one -> one.code().equals(code))
                    .map(Choices.Named::name)
                    .findFirst()
                    .orElse(code);
        }
    }
}

package org.parley.referral.ui;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Channel;
import org.parley.referral.Current;
import org.parley.referral.Posted;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Screening;
import org.parley.referral.Submitted;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * An officer refers a dispute in two steps: what rules mediation out comes first, and nothing about people is asked until
 * that is answered.
 */
@PageController
class ReferralFormController {

    private static final Pattern BEYOND = Pattern.compile("parties\\[(?!1?[0-9]]).*");

    private static final String SENT_BEFORE =
            "This form was sent before, with something else in it. Look at your referrals,"
                    + " and begin anew for another one.";

    private final ReferralManagement management;
    private final Validator validator;
    private final Words words;
    private final Clock clock;

    ReferralFormController(ReferralManagement management, Validator validator, Words words, Clock clock) {
        this.management = management;
        this.validator = validator;
        this.words = words;
        this.clock = clock;
    }

    /** Binding fails where a place is out of all bounds. */
    @InitBinder
    void placesWithinBounds(WebRequest request) {
        var names = request.getParameterMap().keySet();
        if (names.stream().anyMatch(BEYOND.asMatchPredicate())) {
            throw ProblemException.invalid("parties", "must be 20 at most");
        }
    }

    @GetMapping("/precinct/new")
    ModelAndView open(Caller caller, @RequestParam(required = false) @Nullable String command) {
        var own = PrecinctDesk.command(caller, command);
        var form = ScreeningForm.empty(UUID.randomUUID().toString(), own, clock.instant());
        return screening(caller, form, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/precinct/new")
    ModelAndView screen(Caller caller, @ModelAttribute ScreeningForm form) {
        PrecinctDesk.command(caller, form.command());
        var mistakes = form.mistakes();
        if (!mistakes.isEmpty()) {
            return screening(caller, form, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return form.isStopped()
                ? submit(
                        caller,
                        form.details(),
                        form.screening(),
                        (wrong, status) -> screening(caller, form, wrong, status))
                : details(form.details(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/precinct/referrals")
    ModelAndView refer(Caller caller, @ModelAttribute ReferralForm form) {
        PrecinctDesk.command(caller, form.command());
        return submit(caller, form, ReferralForm.NOTHING_APPLIES, (wrong, status) -> details(form, wrong, status));
    }

    /** The page again, with what is wrong. */
    private interface Again {
        ModelAndView with(Map<String, String> mistakes, HttpStatus status);
    }

    private ModelAndView submit(Caller caller, ReferralForm form, Screening screening, Again again) {
        var submission = form.submission(PrecinctDesk.officer(caller).orElse(null), screening);
        var mistakes = form.mistakes(submission, validator);
        if (!mistakes.isEmpty()) {
            return again.with(mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var posted = new Posted(PrecinctDesk.actor(caller), Channel.HTTP, key(form), submission);
        return switch (management.submit(List.of(posted)).getFirst()) {
            case Submitted.Fresh(var current) -> sent(current);
            case Submitted.Repeated(var current) -> sent(current);
            case Submitted.KeyReused _ -> again.with(Map.of("form", SENT_BEFORE), HttpStatus.CONFLICT);
        };
    }

    private static String key(ReferralForm form) {
        var key = form.form();
        if (key == null || !key.matches("[A-Za-z0-9-]{1,64}")) {
            throw ProblemException.invalid("form", "must be the number that the page gave it");
        }
        return "page:" + key;
    }

    private static ModelAndView sent(Current current) {
        return new ModelAndView("redirect:/precinct/referrals/" + current.id() + "?sent");
    }

    private ModelAndView screening(Caller caller, ScreeningForm form, Map<String, String> mistakes, HttpStatus status) {
        return page("precinct-screening", form, mistakes, status)
                .addObject("commands", PrecinctDesk.commands(caller))
                .addObject("stops", ScreeningForm.ASKED);
    }

    private ModelAndView details(ReferralForm form, Map<String, String> mistakes, HttpStatus status) {
        return page("precinct-details", form, mistakes, status);
    }

    private ModelAndView page(String view, Object form, Map<String, String> mistakes, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("form", form)
                .addObject("mistakes", mistakes)
                .addObject("words", words);
    }
}

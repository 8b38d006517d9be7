package org.parley.referral.ui;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Answer;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.audience.History;
import org.parley.referral.audience.PrecinctView;
import org.parley.referral.lists.PrecinctList;
import org.parley.referral.lists.Wanted;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The referrals of a command, and where each stands; what a center or a party said is not for here. */
@PageController
class PrecinctPagesController {

    private static final int CARDS = 50;

    private final PrecinctList list;
    private final ReferralManagement management;
    private final Words words;
    private final CenterNames centers;
    private final Live live;

    PrecinctPagesController(
            PrecinctList list, ReferralManagement management, Words words, CenterNames centers, Live live) {
        this.list = list;
        this.management = management;
        this.words = words;
        this.centers = centers;
        this.live = live;
    }

    /** @param command needed by whoever is of several, who get their first one without it */
    @GetMapping("/precinct")
    ModelAndView referrals(
            Caller caller,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor) {
        var chosen = PrecinctDesk.command(caller, command);
        var officer = PrecinctDesk.officer(caller);
        var wanted = mine && officer.isPresent() ? Wanted.ofOfficer(officer.get()) : Wanted.ALL;
        var since = live.command(chosen);
        var page = list.page(chosen, wanted, CARDS, cursor);
        return new ModelAndView("precinct-list")
                .addObject(
                        "cards",
                        page.items().stream()
                                .map(current -> PrecinctCard.of(PrecinctView.from(current), words, centers))
                                .toList())
                .addObject("live", since)
                .addObject("next", page.next())
                .addObject("command", chosen)
                .addObject("commands", PrecinctDesk.commands(caller))
                .addObject("mine", officer.isPresent() ? mine : null)
                .addObject("words", words);
    }

    @GetMapping("/precinct/referrals/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        return show(caller, id, PageAttempt.none(PrecinctForm.EMPTY), HttpStatus.OK);
    }

    @PostMapping("/precinct/referrals/{id}/{action}")
    ModelAndView act(
            Caller caller, @PathVariable UUID id, @PathVariable String action, @ModelAttribute PrecinctForm form) {
        var wanted = PrecinctAction.of(action).orElseThrow(ProblemException::notFound);
        var reason = form.reason();
        if (reason == null || !Words.knows(wanted.reasons(), reason)) {
            var attempt = new PageAttempt<>(wanted, form, Map.of("reason", "Choose a reason."), null);
            return show(caller, id, attempt, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var answer = done(wanted, caller, id, reason, form);
        return PageAnswers.after(answer, "/precinct/referrals/" + id, why -> refused(caller, id, wanted, form, why));
    }

    private Answer done(PrecinctAction action, Caller caller, UUID id, String reason, PrecinctForm form) {
        var actor = PrecinctDesk.actor(caller);
        Predicate<Referral> own = referral -> PrecinctDesk.mayTouch(caller, referral);
        return switch (action) {
            case WITHDRAW -> management.withdraw(id, own, reason, actor, form.expected());
            case MISTAKE -> management.enterInError(id, own, reason, actor, form.expected());
        };
    }

    private ModelAndView refused(Caller caller, UUID id, PrecinctAction action, PrecinctForm form, String why) {
        return show(caller, id, new PageAttempt<>(action, form, Map.of(), why), HttpStatus.CONFLICT);
    }

    private ModelAndView show(Caller caller, UUID id, PageAttempt<PrecinctForm> attempt, HttpStatus status) {
        var current = management
                .find(id)
                .filter(one -> PrecinctDesk.mayTouch(caller, one.referral()))
                .orElseThrow(ProblemException::notFound);
        return new ModelAndView("precinct-case", status)
                .addObject("card", PrecinctCard.of(PrecinctView.from(current), words, centers))
                .addObject("history", History.forPrecinct(current.referral()))
                .addObject("attempt", attempt)
                .addObject("centers", centers)
                .addObject("words", words);
    }
}

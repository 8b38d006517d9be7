package org.parley.referral.ui;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Actor;
import org.parley.referral.Answer;
import org.parley.referral.ReferralManagement;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.Directory;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms of the coordinators' pages of referrals; administrators, who may look, send none. */
@PageController
@PreAuthorize("hasRole('coordinator')")
class CoordinationActionsController {

    private final ReferralManagement management;
    private final Directory directory;
    private final CoordinationCases cases;

    CoordinationActionsController(ReferralManagement management, Directory directory, CoordinationCases cases) {
        this.management = management;
        this.directory = directory;
        this.cases = cases;
    }

    @PostMapping("/coordination/referrals/{id}/{action}")
    ModelAndView act(
            Caller caller, @PathVariable UUID id, @PathVariable String action, @ModelAttribute CoordinationForm form) {
        var wanted = CoordinationAction.of(action).orElseThrow(ProblemException::notFound);
        var center = center(form);
        var mistakes = new TreeMap<>(form.mistakes(wanted));
        if (wanted == CoordinationAction.PLACE && center.isEmpty()) {
            mistakes.put("center", "Choose a center.");
        }
        if (!mistakes.isEmpty()) {
            return again(caller, id, new PageAttempt<>(wanted, form, mistakes, null));
        }
        var actor = new Actor("coordinator", caller.id());
        var answer = done(wanted, id, center, actor, form);
        return PageAnswers.after(
                answer, "/coordination/referrals/" + id, why -> refused(caller, id, wanted, form, why));
    }

    /** One that takes referrals at present: it is not chosen by mistake which doesn't. */
    private Optional<Center> center(CoordinationForm form) {
        return Optional.ofNullable(form.center()).flatMap(directory::find).filter(Center::accepting);
    }

    private Answer done(
            CoordinationAction action, UUID id, Optional<Center> center, Actor actor, CoordinationForm form) {
        var expected = form.expected();
        return switch (action) {
            case PLACE -> management.place(id, center.orElseThrow(), actor, expected);
            case ENTER_IN_ERROR ->
                management.enterInError(id, _ -> true, Objects.requireNonNull(form.reason()), actor, expected);
            case REVOKE_CONSENT ->
                management.revokeConsent(id, _ -> true, form.party().orElseThrow(), actor, expected);
            case SHRED_CONTACTS -> management.shredContacts(id, actor, expected);
        };
    }

    private ModelAndView refused(
            Caller caller, UUID id, CoordinationAction action, CoordinationForm form, @Nullable String why) {
        return cases.show(caller, id, new PageAttempt<>(action, form, Map.of(), why), HttpStatus.CONFLICT);
    }

    private ModelAndView again(Caller caller, UUID id, PageAttempt<CoordinationForm> attempt) {
        return cases.show(caller, id, attempt, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}

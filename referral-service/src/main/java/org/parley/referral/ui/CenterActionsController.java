package org.parley.referral.ui;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.parley.referral.Actor;
import org.parley.referral.Answer;
import org.parley.referral.ReferralManagement;
import org.parley.referral.audience.CenterScope;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms of a center's pages. What is wrong or refused is said on the referral's page, and nothing is done. */
@PageController
class CenterActionsController {

    private final ReferralManagement management;
    private final CenterCases cases;
    private final Clock clock;

    CenterActionsController(ReferralManagement management, CenterCases cases, Clock clock) {
        this.management = management;
        this.cases = cases;
        this.clock = clock;
    }

    @PostMapping("/center/referrals/{id}/{action}")
    ModelAndView act(
            Caller caller, @PathVariable UUID id, @PathVariable String action, @ModelAttribute CenterForm form) {
        var wanted = CenterAction.of(action).orElseThrow(ProblemException::notFound);
        var center = CenterCases.center(caller);
        var actor = CenterScope.actor(caller, center);
        var mistakes = form.mistakes(wanted, clock.instant());
        if (!mistakes.isEmpty()) {
            var attempt = new PageAttempt<>(wanted, form, mistakes, null);
            return cases.show(caller, id, attempt, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var answer = done(wanted, id, center, actor, form);
        return PageAnswers.after(answer, next(wanted, id), why -> refused(caller, id, wanted, form, why));
    }

    private Answer done(CenterAction action, UUID id, String center, Actor actor, CenterForm form) {
        var expected = form.expected();
        return switch (action) {
            case ACCEPT -> management.accept(id, center, actor, expected);
            case DECLINE -> management.decline(id, center, reason(form), actor, expected);
            case CONTACT -> management.contact(id, center, actor, expected);
            case SCHEDULE -> management.schedule(id, center, form.moment().orElseThrow(), actor, expected);
            case HOLD ->
                management.putOnHold(id, center, reason(form), form.day().orElseThrow(), actor, expected);
            case RELEASE -> management.release(id, center, actor, expected);
            case TRANSFER -> management.transfer(id, center, reason(form), actor, expected);
            case CLOSE -> management.close(id, center, reason(form), actor, expected);
            case REVOKE ->
                management.revokeConsent(
                        id,
                        referral -> referral.isHeldBy(center),
                        Objects.requireNonNull(form.party()),
                        actor,
                        expected);
        };
    }

    private ModelAndView refused(Caller caller, UUID id, CenterAction action, CenterForm form, String why) {
        return cases.show(caller, id, new PageAttempt<>(action, form, Map.of(), why), HttpStatus.CONFLICT);
    }

    private static String reason(CenterForm form) {
        return Objects.requireNonNull(form.reason());
    }

    /** Who has given it away goes on with the next one. */
    private static String next(CenterAction action, UUID id) {
        return action == CenterAction.DECLINE || action == CenterAction.TRANSFER
                ? "/center"
                : "/center/referrals/" + id;
    }
}

package org.parley.referral.ui;

import java.util.UUID;
import org.parley.referral.Referral.State;
import org.parley.referral.ReferralManagement;
import org.parley.referral.audience.CoordinatorView;
import org.parley.referral.audience.History;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one referral for coordinators: its course and its centers, without anybody concerned. */
@Component
class CoordinationCases {

    private final ReferralManagement management;
    private final RoutingWords routing;
    private final CenterNames names;
    private final Words words;

    CoordinationCases(ReferralManagement management, RoutingWords routing, CenterNames names, Words words) {
        this.management = management;
        this.routing = routing;
        this.names = names;
        this.words = words;
    }

    /** Administrators look at what coordinators do. */
    static boolean mayAct(Caller caller) {
        return caller.is("coordinator");
    }

    ModelAndView show(Caller caller, UUID id, PageAttempt<CoordinationForm> attempt, HttpStatus status) {
        var current = management.find(id).orElseThrow(ProblemException::notFound);
        var view = CoordinatorView.from(current);
        var page = new ModelAndView("coordination-case", status);
        page.addObject("card", CoordinationCard.of(view, mayAct(caller), names, words));
        page.addObject("asked", routing.asked(view));
        if (view.state() == State.UNPLACED) {
            page.addObject("candidates", routing.candidates(view));
        }
        page.addObject("history", History.whole(current.referral()));
        page.addObject("attempt", attempt);
        page.addObject("centers", names);
        page.addObject("words", words);
        return page;
    }
}

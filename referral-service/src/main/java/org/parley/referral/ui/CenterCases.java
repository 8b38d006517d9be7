package org.parley.referral.ui;

import java.util.UUID;
import org.parley.referral.CaseFiles;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.CenterView;
import org.parley.referral.audience.History;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one referral, as its center may see it; where it shows people, every showing is written down. */
@Component
class CenterCases {

    private final CaseFiles files;
    private final Words words;

    CenterCases(CaseFiles files, Words words) {
        this.files = files;
        this.words = words;
    }

    /** Whoever speaks for none, or for all, has no cases here. */
    static String center(Caller caller) {
        return caller.claim("center")
                .filter(center -> !center.equals(Caller.ANY))
                .orElseThrow(ProblemException::notFound);
    }

    ModelAndView show(Caller caller, UUID id, PageAttempt<CenterForm> attempt, HttpStatus status) {
        var center = center(caller);
        var file = files.find(id, center, CenterScope.actor(caller, center)).orElseThrow(ProblemException::notFound);
        var page = new ModelAndView("center-case", status);
        page.addObject("card", CenterCard.of(CenterView.from(file, center), words));
        page.addObject("history", History.forCenter(file.current().referral(), center));
        page.addObject("attempt", attempt);
        page.addObject("words", words);
        return page;
    }
}

package org.parley.referral.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.CaseFiles;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.CenterView;
import org.parley.referral.audience.History;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of one referral, as its center may see it; where it shows people, every showing is written down. */
@Component
class CenterCases {

    private final CaseFiles files;
    private final Words words;
    private final String sessionService;

    /** @param sessionService where people find its pages; blank where they don't */
    CenterCases(CaseFiles files, Words words, @Value("${parley.referral.session-service}") String sessionService) {
        this.files = files;
        this.words = words;
        this.sessionService = sessionService.strip();
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
        var card = CenterCard.of(CenterView.from(file, center), words);
        page.addObject("card", card);
        page.addObject("logAt", card.mayLog() ? logAt(id) : null);
        page.addObject("history", History.forCenter(file.current().referral(), center));
        page.addObject("attempt", attempt);
        page.addObject("words", words);
        return page;
    }

    /** The form of session-service that knows the referral by then. */
    private @Nullable String logAt(UUID id) {
        return sessionService.isEmpty()
                ? null
                : UriComponentsBuilder.fromUriString(sessionService)
                        .path("/mediations/new")
                        .queryParam("referral", id)
                        .toUriString();
    }
}

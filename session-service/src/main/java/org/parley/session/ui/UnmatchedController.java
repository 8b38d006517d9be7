package org.parley.session.ui;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.KnownReferral;
import org.parley.session.Session;
import org.parley.session.SessionManagement;
import org.parley.session.lists.LogPage;
import org.parley.session.lists.Readings;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sessions that don't fit the referral they name, each with what doesn't. */
@PageController
class UnmatchedController {

    private final Readings readings;
    private final SessionManagement sessions;

    UnmatchedController(Readings readings, SessionManagement sessions) {
        this.readings = readings;
        this.sessions = sessions;
    }

    record Unmatched(LogLine line, String why) {}

    @GetMapping("/board/unmatched")
    ModelAndView unmatched(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        var author = new Author(caller);
        var logs =
                readings.unmatched(author, OwnLogsController.AT_ONCE, cursor).orElseThrow(ProblemException::notFound);
        return Workplace.page("log-unmatched", caller, "/board/unmatched")
                .addObject(
                        "items",
                        logs.items().stream()
                                .map(item -> new Unmatched(LogLine.of(item), why(item, author)))
                                .toList())
                .addObject("next", logs.next());
    }

    private String why(LogPage.Item item, Author author) {
        return switch (item) {
            case LogPage.OfSession(var held) -> why(held.state(), author);
            case LogPage.OfMicroIntervention _ -> "";
        };
    }

    private String why(Session session, Author author) {
        UUID referral = session.report().referral();
        return referral == null
                ? ""
                : sessions.referral(referral, author)
                        .map(known -> why(session, known))
                        .orElse("The referral it names was not heard of.");
    }

    private static String why(Session session, KnownReferral known) {
        var report = session.report();
        if (!known.command().equals(report.command())) {
            return "It was logged in %s; the referral is of %s."
                    .formatted(Words.command(report.command()), Words.command(known.command()));
        }
        if (known.center() == null) {
            return "No center is known to have the referral (%s)."
                    .formatted(known.state().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return "It was logged by %s; %s has the referral."
                .formatted(
                        report.center() == null ? "officers" : Words.center(report.center()),
                        Words.center(known.center()));
    }
}

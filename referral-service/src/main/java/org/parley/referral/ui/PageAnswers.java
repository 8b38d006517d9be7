package org.parley.referral.ui;

import java.util.function.Function;
import org.parley.referral.Answer;
import org.parley.starter.web.ProblemException;
import org.springframework.web.servlet.ModelAndView;

/** What a page's reader sees after what they did. */
final class PageAnswers {

    private static final String CHANGED =
            "The referral has changed since you opened it. This is how it stands now: look, then decide again.";

    private PageAnswers() {}

    /**
     * @param next where it goes on when it was done
     * @param refused the page again, with why it wasn't
     */
    static ModelAndView after(Answer answer, String next, Function<String, ModelAndView> refused) {
        return switch (answer) {
            case Answer.Done _ -> new ModelAndView("redirect:" + next);
            case Answer.NotFound _ -> throw ProblemException.notFound();
            case Answer.VersionMismatch _ -> refused.apply(CHANGED);
            case Answer.Refused(var refusal) -> refused.apply(refusal.text());
        };
    }
}

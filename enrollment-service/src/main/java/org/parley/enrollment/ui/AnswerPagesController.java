package org.parley.enrollment.ui;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.evaluations.Answering;
import org.parley.enrollment.evaluations.Asking;
import org.parley.enrollment.evaluations.Evaluations;
import org.parley.enrollment.evaluations.GivenAnswers;
import org.parley.enrollment.evaluations.Rating;
import org.parley.enrollment.evaluations.Theme;
import org.parley.enrollment.evaluations.Use;
import org.parley.starter.pages.PageController;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Open to whoever holds a link, and nobody is asked who that is. A link's token stands behind the # of its address, which no
 * browser sends, and comes here in forms only: addresses stand in logs.
 */
@PageController
class AnswerPagesController {

    private static final String LINK = "link";
    private static final String ANSWER = "answer";
    private static final String CLOSED = "The evaluation is closed: it takes no more answers.";
    private static final String UNKNOWN =
            "This link is not good. Look whether it is whole, and whether there is a newer one.";

    private final Evaluations evaluations;

    AnswerPagesController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /** Also where forms are sent, for whoever asks for that address again. */
    @GetMapping({"/evaluation", "/evaluation/answers"})
    ModelAndView link() {
        return link(Attempt.NONE);
    }

    @PostMapping("/evaluation")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var token = token(entered);
        return switch (evaluations.ask(token)) {
            case Asking.Open open -> form(Questions.of(open), token, Attempt.NONE);
            case Asking.Used _ ->
                link(wrong(entered, "An answer has come by this link already. If that was yours: thank you."));
            case Asking.Over _ -> link(wrong(entered, CLOSED));
            case Asking.Unknown _ -> link(wrong(entered, UNKNOWN));
        };
    }

    @PostMapping("/evaluation/answers")
    ModelAndView answer(@RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        if (!entered.all("themes").stream().allMatch(AnswerPagesController::isTheme)) {
            return again(entered, Attempt.wrong(ANSWER, entered, Map.of("themes", "Choose from the list.")));
        }
        return switch (evaluations.answer(token(entered), answers(entered))) {
            case Answering.Taken _ -> new ModelAndView("redirect:/evaluation/thanks");
            // who clicks twice sees the second answer only
            case Answering.Used _ -> new ModelAndView("evaluation-thanks", HttpStatus.CONFLICT).addObject("used", true);
            case Answering.Over _ -> again(entered, Attempt.refused(ANSWER, entered, CLOSED));
            case Answering.Invalid(var breaches) ->
                again(entered, Attempt.wrong(ANSWER, entered, Result.mistakes(breaches)));
            case Answering.Unknown _ -> again(entered, Attempt.wrong(ANSWER, entered, Map.of(LINK, UNKNOWN)));
        };
    }

    @GetMapping("/evaluation/thanks")
    ModelAndView thanks() {
        return new ModelAndView("evaluation-thanks").addObject("used", false);
    }

    private ModelAndView again(Entered entered, Attempt attempt) {
        var token = token(entered);
        var questions = evaluations.ask(token) instanceof Asking.Open open ? Questions.of(open) : Questions.of(entered);
        return form(questions, token, attempt);
    }

    private static ModelAndView form(Questions questions, String token, Attempt attempt) {
        return new ModelAndView("evaluation-answers", attempt.status())
                .addObject("attempt", attempt)
                .addObject("questions", questions)
                .addObject("token", token);
    }

    private static ModelAndView link(Attempt attempt) {
        return new ModelAndView("evaluation-link", attempt.status()).addObject("attempt", attempt);
    }

    private static Attempt wrong(Entered entered, String words) {
        return Attempt.wrong(LINK, entered, Map.of(LINK, words));
    }

    /** People paste the whole link, or what is behind its #. */
    private static String token(Entered entered) {
        var text = entered.text(LINK).orElse("");
        return text.substring(text.lastIndexOf('#') + 1).strip();
    }

    private static GivenAnswers answers(Entered entered) {
        var parts = new EnumMap<CurriculumPart, Rating>(CurriculumPart.class);
        for (var part : CurriculumPart.values()) {
            entered.one("parts-" + part, Rating.values()).ifPresent(rating -> parts.put(part, rating));
        }
        var themes = EnumSet.noneOf(Theme.class);
        entered.all("themes").stream().map(Theme::valueOf).forEach(themes::add);
        return new GivenAnswers(
                entered.one("overall", Rating.values()).orElse(null),
                parts,
                themes,
                entered.one("used", Use.values()).orElse(null),
                // a browser counts the end of a line as one character and sends two
                entered.text("comment").map(it -> it.replace("\r\n", "\n")).orElse(null));
    }

    private static boolean isTheme(String code) {
        return Questions.THEMES.stream().anyMatch(theme -> theme.code().equals(code));
    }
}

package org.parley.enrollment.http;

import jakarta.validation.Valid;
import java.util.List;
import org.parley.enrollment.evaluations.Answering;
import org.parley.enrollment.evaluations.Evaluations;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Open without a token: whoever holds a link may answer by it, once. Nobody is asked who that is. */
@RestController
class AnswerController {

    private final Evaluations evaluations;

    AnswerController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @PostMapping("/v1/evaluations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@Valid @RequestBody AnswersRequest request) {
        switch (evaluations.answer(request.token(), request.toAnswers())) {
            case Answering.Taken _ -> {}
            case Answering.Used _ -> throw ProblemException.conflict("link-used", "This link was used before.");
            case Answering.Over _ ->
                throw new ProblemException(
                        HttpStatus.GONE,
                        "evaluation-closed",
                        "Too late",
                        "The evaluation is closed: nothing was stored.",
                        List.of());
            case Answering.Invalid(var breaches) -> throw Answers.invalid(breaches);
            case Answering.Unknown _ -> throw ProblemException.notFound();
        }
    }
}

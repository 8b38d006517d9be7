package org.parley.starter.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container itself refuses or what fails before a controller is reached, as a problem document too. */
@RestController
class ProblemErrors implements ErrorController {

    private final ProblemWriter problems;

    ProblemErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = Objects.requireNonNullElse(
                code instanceof Integer number ? HttpStatus.resolve(number) : null, HttpStatus.NOT_FOUND);
        var slug = status.is5xxServerError()
                ? "internal"
                : status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        problems.write(
                response,
                new ProblemException(status, slug, status.getReasonPhrase(), status.getReasonPhrase(), List.of()));
    }
}

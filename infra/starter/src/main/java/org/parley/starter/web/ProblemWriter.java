package org.parley.starter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is reached: in filters and the security chain. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, ProblemException problem) throws IOException {
        if (!response.isCommitted()) {
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem.toProblem()));
        }
    }

    public void unauthenticated(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, unauthenticated());
    }

    public void unavailable(HttpServletResponse response, String slug, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        write(response, new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, slug, "Try again", detail, List.of()));
    }

    /** @param seconds until it may come again */
    public void tooMany(HttpServletResponse response, long seconds, long perSecond) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        write(
                response,
                new ProblemException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests",
                        "A client may send " + perSecond + " requests a second. Nothing was done; come again later.",
                        List.of()));
    }

    public void forbidden(HttpServletResponse response) throws IOException {
        write(response, ProblemException.forbidden("Your role does not allow this."));
    }

    public void notFound(HttpServletResponse response) throws IOException {
        write(response, ProblemException.notFound());
    }

    static ProblemException unauthenticated() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Who are you?",
                "A valid bearer token for this platform is needed.",
                List.of());
    }
}

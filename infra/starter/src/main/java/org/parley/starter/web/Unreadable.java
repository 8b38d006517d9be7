package org.parley.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers what can't be read as a request, before anybody has looked who asks and for what: a problem document, or the
 * page that a person's browser asks for. It is as plain as can be, since no application may be there yet to make one.
 */
final class Unreadable implements RequestRejectedHandler {

    /** However many slashes it begins with. */
    private static final Pattern API = Pattern.compile("/*(v1|v3|actuator)\\b.*", Pattern.DOTALL);

    private final ProblemWriter problems;

    Unreadable(ProblemWriter problems) {
        this.problems = problems;
    }

    static ProblemException problem() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "Not readable",
                "Something in the address or in a header can't be read. Nothing was done.",
                List.of());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        answer(request, response);
    }

    /** @param request of which not even the address may have been understood */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForAPerson(request.getRequestURI(), request.getHeader(HttpHeaders.ACCEPT))) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            response.getOutputStream().write(page(problem()).getBytes(StandardCharsets.UTF_8));
        } else {
            problems.write(response, problem());
        }
    }

    private static boolean isForAPerson(@Nullable String path, @Nullable String accepted) {
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && (path == null || !API.matcher(path).matches());
    }

    private static String page(ProblemException problem) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Parley: %1$s</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">To the start</a></p></main></body>
                </html>
                """.formatted(problem.title(), problem.getMessage());
    }
}

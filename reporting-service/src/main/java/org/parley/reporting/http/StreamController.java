package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Scope;
import org.parley.reporting.live.FigureStream;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StreamController {

    private final FigureStream stream;

    StreamController(FigureStream stream) {
        this.stream = stream;
    }

    @Operation(
            summary = "Every published figure, live (server-sent events)",
            description = "First `snapshot` with all figures (or, with Last-Event-ID, what was missed), then one "
                    + "`figure` for each change; data as in org.parley.metric.figure.v1. Revisions never fall. "
                    + "Ends when the token does.")
    @GetMapping(path = "/v1/metrics/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @Parameter(hidden = true) Caller caller,
            HttpServletResponse response)
            throws IOException {
        var scope = Scope.of(caller);
        if (scope.isNothing()) {
            throw ProblemException.forbidden("Your role sees no figures.");
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var until = caller.expires().orElseGet(() -> Instant.now().plus(Duration.ofHours(1)));
        stream.serve(scope::includes, lastEventId, until, response.getOutputStream());
    }
}

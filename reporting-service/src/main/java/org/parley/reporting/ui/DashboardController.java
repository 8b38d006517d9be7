package org.parley.reporting.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Metric;
import org.parley.reporting.NewYork;
import org.parley.reporting.Scope;
import org.parley.reporting.live.Board;
import org.parley.reporting.live.FigureStream;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page: the published figures as they stand on this copy's board. */
@PageController
class DashboardController {

    private final Board board;
    private final FigureStream stream;
    private final Labels labels = new Labels();

    DashboardController(Board board, FigureStream stream) {
        this.board = board;
        this.stream = stream;
    }

    @GetMapping("/")
    String dashboard(
            @RequestParam(defaultValue = "referrals-submitted") String metric,
            @RequestParam(defaultValue = "command") String by,
            Model model) {
        model.addAllAttributes(Map.of(
                "zone", NewYork.ZONE,
                "sections", Tiles.of(board),
                "boroughs", Boroughs.of(board, labels),
                "metrics", Metric.live(),
                "breakdown", Breakdown.of(board, labels, metric, by)));
        return "dashboard";
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var until = caller.expires().orElseThrow();
        stream.serve(Scope.of(caller)::includes, lastEventId, until, response.getOutputStream());
    }
}

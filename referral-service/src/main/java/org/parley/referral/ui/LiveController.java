package org.parley.referral.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.FeedStream;
import org.parley.referral.delivery.Feed;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells open pages that something is new (server-sent events), never what: that they ask for, as ever. */
@PageController
class LiveController {

    private static final String LAST = "Last-Event-ID";

    private final FeedStream stream;

    LiveController(FeedStream stream) {
        this.stream = stream;
    }

    @GetMapping(path = "/center/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void center(
            Caller caller,
            @RequestParam long after,
            @RequestHeader(name = LAST, required = false) @Nullable Long last,
            HttpServletResponse response)
            throws IOException {
        var center = CenterCases.center(caller);
        CenterScope.require(caller, center);
        tell(center, after, last, caller, response);
    }

    @GetMapping(path = "/precinct/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void precinct(
            Caller caller,
            @RequestParam String command,
            @RequestParam long after,
            @RequestHeader(name = LAST, required = false) @Nullable Long last,
            HttpServletResponse response)
            throws IOException {
        tell(Feed.ofCommand(PrecinctDesk.command(caller, command)), after, last, caller, response);
    }

    @GetMapping(path = "/coordination/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void coordination(
            Caller caller,
            @RequestParam long after,
            @RequestHeader(name = LAST, required = false) @Nullable Long last,
            HttpServletResponse response)
            throws IOException {
        tell(Feed.COORDINATION, after, last, caller, response);
    }

    private void tell(String feed, long after, @Nullable Long last, Caller caller, HttpServletResponse response)
            throws IOException {
        var from = Math.max(0, last == null ? after : last);
        stream.serve(feed, from, caller, _ -> Map.of(), response);
    }
}

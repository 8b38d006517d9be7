package org.parley.referral.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.delivery.Feed;
import org.parley.starter.identity.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A center's feed for those who ask for it. */
@RestController
@RequestMapping("/v1/centers/{center}/inbox")
@PreAuthorize(CenterScope.ROLES)
class InboxController {

    private final Feed feed;
    private final InboxStream stream;

    InboxController(Feed feed, InboxStream stream) {
        this.feed = feed;
        this.stream = stream;
    }

    /** @param next what to ask for after */
    record InboxPage(List<InboxEntry> entries, long next) {}

    record Ack(@NotNull @Min(0) Long upTo) {}

    /** @param after of whoever does not say: what was acknowledged last */
    @GetMapping
    InboxPage read(
            Caller caller,
            @PathVariable String center,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        CenterScope.require(caller, center);
        var from = after == null ? feed.acknowledged(center) : after;
        var entries =
                feed.read(center, from, limit).stream().map(InboxEntry::from).toList();
        return new InboxPage(
                entries, entries.isEmpty() ? from : entries.getLast().n());
    }

    @Operation(
            summary = "The feed, live (server-sent events)",
            description = "One `entry` for each line, its number as id; begins after Last-Event-ID, or else after what"
                    + " was acknowledged. Ends when the token does. What was received is acknowledged as always.")
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String center,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Pattern(regexp = "[0-9]{1,18}", message = "must be the number of an entry")
                    @Nullable
                    String lastEventId,
            HttpServletResponse response)
            throws IOException {
        CenterScope.require(caller, center);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var after = lastEventId == null ? feed.acknowledged(center) : Long.parseLong(lastEventId);
        var until = caller.expires().orElseGet(() -> Instant.now().plus(Duration.ofHours(1)));
        stream.serve(center, after, until, response.getOutputStream());
    }

    @PostMapping("/ack")
    Ack ack(Caller caller, @PathVariable String center, @Valid @RequestBody Ack ack) {
        CenterScope.require(caller, center);
        feed.acknowledge(center, ack.upTo());
        return new Ack(feed.acknowledged(center));
    }
}

package org.parley.referral.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.FeedStream;
import org.parley.referral.delivery.Feed;
import org.parley.referral.http.InboxAnswers.Ack;
import org.parley.starter.identity.Caller;
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

    private final InboxAnswers answers;

    InboxController(Feed feed, FeedStream stream) {
        this.answers = new InboxAnswers(feed, stream);
    }

    /** @param next what to ask for after */
    record InboxPage(List<InboxEntry> entries, long next) {}

    /** @param after of whoever does not say: what was acknowledged last */
    @GetMapping
    InboxPage read(
            Caller caller,
            @PathVariable String center,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        CenterScope.require(caller, center);
        var some = answers.read(center, after, limit, InboxEntry::from);
        return new InboxPage(some.entries(), some.next());
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
        answers.stream(center, caller, lastEventId, InboxEntry::from, response);
    }

    @PostMapping("/ack")
    Ack ack(Caller caller, @PathVariable String center, @Valid @RequestBody Ack ack) {
        CenterScope.require(caller, center);
        return answers.acknowledge(center, ack);
    }
}

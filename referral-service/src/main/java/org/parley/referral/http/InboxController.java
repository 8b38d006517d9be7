package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.parley.starter.identity.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A center's feed for those who ask for it. */
@RestController
@RequestMapping("/v1/centers/{center}/inbox")
@PreAuthorize(CenterScope.ROLES)
class InboxController {

    private final Feed feed;

    InboxController(Feed feed) {
        this.feed = feed;
    }

    record Entry(
            long n,
            FeedEntry.Kind kind,
            UUID referral,
            int offer,
            Instant at,
            String type,
            String borough,
            String language,
            String urgency,
            @Nullable Instant deadline,
            @Nullable String overdue) {

        static Entry from(FeedEntry entry) {
            return new Entry(
                    entry.n(),
                    entry.kind(),
                    entry.referral(),
                    entry.offer(),
                    entry.at(),
                    entry.type(),
                    entry.borough(),
                    entry.language(),
                    entry.urgency(),
                    entry.deadline(),
                    entry.overdue());
        }
    }

    /** @param next what to ask for after */
    record Page(List<Entry> entries, long next) {}

    record Ack(@NotNull @Min(0) Long upTo) {}

    /** @param after of whoever does not say: what was acknowledged last */
    @GetMapping
    Page read(
            Caller caller,
            @PathVariable String center,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        CenterScope.require(caller, center);
        var from = after == null ? feed.acknowledged(center) : after;
        var entries = feed.read(center, from, limit).stream().map(Entry::from).toList();
        return new Page(entries, entries.isEmpty() ? from : entries.getLast().n());
    }

    @PostMapping("/ack")
    Ack ack(Caller caller, @PathVariable String center, @Valid @RequestBody Ack ack) {
        CenterScope.require(caller, center);
        feed.acknowledge(center, ack.upTo());
        return new Ack(feed.acknowledged(center));
    }
}

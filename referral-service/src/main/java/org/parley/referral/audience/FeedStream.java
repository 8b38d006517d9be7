package org.parley.referral.audience;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ServerSentEvents;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A feed as server-sent events: each entry once and in order, from where the client says it is. */
@Component
public class FeedStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** How often to look for what other copies of the service have added. */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** How long for a token that doesn't say when it ends. */
    private static final Duration WITHOUT_END = Duration.ofHours(1);

    private static final int AT_ONCE = 50;

    private final Feed feed;
    private final JsonMapper json;
    private final Clock clock;
    private volatile boolean closing;

    FeedStream(Feed feed, JsonMapper json, Clock clock) {
        this.feed = feed;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Returns when the client is gone, its time is over, or the service stops.
     *
     * @param after the last entry that the client has
     * @param caller whose token ends it
     * @param view what is written of an entry
     */
    public void serve(
            String subscriber, long after, Caller caller, Function<FeedEntry, ?> view, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var until = caller.expires().orElseGet(() -> clock.instant().plus(WITHOUT_END));
        serve(subscriber, after, until, view, response.getOutputStream());
    }

    private void serve(String subscriber, long after, Instant until, Function<FeedEntry, ?> view, OutputStream out) {
        var events = new ServerSentEvents(out);
        var last = after;
        var quietSince = clock.instant();
        try {
            events.retryAfter(2000);
            while (!closing && clock.instant().isBefore(until)) {
                var entries = feed.read(subscriber, last, AT_ONCE);
                if (!entries.isEmpty()) {
                    events.write(
                            entries.stream().map(entry -> event(entry, view)).collect(Collectors.joining()));
                    last = entries.getLast().n();
                    quietSince = clock.instant();
                } else if (Duration.between(quietSince, clock.instant()).compareTo(HEARTBEAT) >= 0) {
                    events.comment("still here");
                    quietSince = clock.instant();
                } else {
                    feed.await(subscriber, last, POLL);
                }
            }
        } catch (IOException e) {
            // The client is gone. It comes back with the number of the last entry it got.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String event(FeedEntry entry, Function<FeedEntry, ?> view) {
        return ServerSentEvents.event("entry", Long.toString(entry.n()), json.writeValueAsString(view.apply(entry)));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}

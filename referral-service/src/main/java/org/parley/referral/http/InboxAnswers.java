package org.parley.referral.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.FeedStream;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.parley.starter.identity.Caller;

/** A feed for those who ask for it, whoever its subscriber is; what a line shows of itself is the asker's matter. */
final class InboxAnswers {

    private final Feed feed;
    private final FeedStream stream;

    InboxAnswers(Feed feed, FeedStream stream) {
        this.feed = feed;
        this.stream = stream;
    }

    /** @param next what to ask for after */
    record Some<V>(List<V> entries, long next) {}

    record Ack(@NotNull @Min(0) Long upTo) {}

    /** @param after null for what was acknowledged last */
    <V> Some<V> read(String subscriber, @Nullable Long after, int limit, Function<FeedEntry, V> view) {
        var from = after == null ? feed.acknowledged(subscriber) : after;
        var entries = feed.read(subscriber, from, limit);
        var next = entries.isEmpty() ? from : entries.getLast().n();
        return new Some<>(entries.stream().map(view).toList(), next);
    }

    /** Returns when the client is gone or its token ends. */
    void stream(
            String subscriber,
            Caller caller,
            @Nullable String lastEventId,
            Function<FeedEntry, ?> view,
            HttpServletResponse response)
            throws IOException {
        var after = lastEventId == null ? feed.acknowledged(subscriber) : Long.parseLong(lastEventId);
        stream.serve(subscriber, after, caller, view, response);
    }

    Ack acknowledge(String subscriber, Ack ack) {
        feed.acknowledge(subscriber, ack.upTo());
        return new Ack(feed.acknowledged(subscriber));
    }
}

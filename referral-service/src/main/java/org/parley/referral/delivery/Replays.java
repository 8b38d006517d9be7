package org.parley.referral.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a subscriber have entries of its feed delivered once more. */
@Component
public final class Replays {

    /** Of one subscriber, at once. */
    public static final int MOST = 10_000;

    /** So that what is kept of them stays small, whatever somebody asks for. */
    private static final int MOST_RANGES = 100;

    private final Deliveries deliveries;
    private final Feed feed;
    private final WebhookDelivery delivery;

    Replays(Deliveries deliveries, Feed feed, WebhookDelivery delivery) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.delivery = delivery;
    }

    public sealed interface Asked {

        /**
         * @param to the last one: what comes after it is delivered anyway; before {@code from} when there is nothing
         * @param pending how many are to be repeated now, with those asked for before
         */
        record Accepted(long from, long to, long pending) implements Asked {}

        /** Nothing was changed: it is more than may wait at once. */
        record TooMany() implements Asked {}
    }

    /** All that is of this time or later; nothing when nothing is. */
    public Asked askSince(String subscriber, Instant from) {
        // One more than may be asked for: then it is too many, however many more there are.
        var first = feed.firstSince(subscriber, from, MOST + 1);
        return ask(subscriber, first.orElse(Long.MAX_VALUE), null);
    }

    /** @param to null for all there are */
    public Asked ask(String subscriber, long from, @Nullable Long to) {
        while (true) {
            var kept = deliveries.find(subscriber);
            var progressed = Math.max(kept.standing().progress().taken(), feed.acknowledged(subscriber));
            var there = Math.min(progressed, feed.end(subscriber));
            var last = to == null ? there : Math.min(to, there);
            var next = kept.asking(Replay.of(from, last));
            var pending = next.all().replay();
            if (pending.length() > MOST || pending.ranges().size() > MOST_RANGES) {
                return new Asked.TooMany();
            }
            if (deliveries.save(next).isPresent()) {
                delivery.wake(subscriber);
                return new Asked.Accepted(from, last, pending.length());
            }
        }
    }
}

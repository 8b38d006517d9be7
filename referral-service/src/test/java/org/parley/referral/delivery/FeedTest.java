package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.referral.delivery.FeedEntry.Kind;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ReferralService
class FeedTest {

    private static final int MANY = 99;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Autowired
    private MongoTemplate mongo;

    private final String center = "feed-" + UUID.randomUUID();

    @Test
    void hasEachOfferOnceAndNoGapThoughTwoCopiesWriteAtOnce() throws Exception {
        var copies = List.of(new Feed(mongo), new Feed(mongo));
        var offers = IntStream.range(0, MANY).mapToObj(n -> offer()).toList();
        var together = new CountDownLatch(1);
        var writers = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Some only by the one, some only by the other, some by both.
            for (var copy : copies) {
                var from = copies.indexOf(copy) * MANY / 3;
                for (var offer : offers.subList(from, from + 2 * MANY / 3)) {
                    writers.add(threads.submit(() -> {
                        together.await();
                        copy.append(offer);
                        return offer;
                    }));
                }
            }
            together.countDown();
        }

        for (var writer : writers) {
            writer.get();
        }
        var feed = copies.getFirst().read(center, 0, 3 * MANY);
        assertThat(feed)
                .extracting(FeedEntry::n)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(feed)
                .extracting(FeedEntry::about)
                .containsExactlyInAnyOrderElementsOf(
                        offers.stream().map(FeedEntry::about).toList());
    }

    @Test
    void knowsWhatIsSinceATimeThoughSomethingOlderCameLate() {
        var feed = new Feed(mongo);
        assertThat(feed.firstSince(center, NOON, 10)).isEmpty();
        for (var hours : List.of(-30, -20, -1, 0, -25, 1, 2)) {
            feed.append(offer(NOON.plus(Duration.ofHours(hours))));
        }
        assertThat(feed.firstSince(center, NOON, 10)).hasValue(4);
        assertThat(feed.firstSince(center, NOON.minus(Duration.ofDays(2)), 10)).hasValue(1);
        assertThat(feed.firstSince(center, NOON.plus(Duration.ofHours(3)), 10)).isEmpty();
    }

    @Test
    void looksBackNoFartherThanItIsAskedTo() {
        var feed = new Feed(mongo);
        var many = IntStream.range(0, 1_203).mapToObj(n -> offer()).toList();
        many.forEach(feed::append);
        assertThat(feed.firstSince(center, NOON, 10_000)).hasValue(1);
        assertThat(feed.firstSince(center, NOON, 501)).hasValue(204);
    }

    private FeedEntry offer() {
        return offer(NOON);
    }

    private FeedEntry offer(Instant at) {
        var referral = UUID.randomUUID();
        return new FeedEntry(
                "",
                center,
                0,
                FeedEntry.about(referral, 1, Kind.OFFER),
                Kind.OFFER,
                referral,
                1,
                at,
                "NOISE",
                "BROOKLYN",
                "en",
                "ROUTINE",
                Instant.parse("2026-12-01T22:00:00Z"),
                null);
    }
}

package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.delivery.Attempt.Outcome;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ReferralService
class DeliveryLogTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    @Autowired
    private DeliveryLog log;

    @Autowired
    private MongoTemplate mongo;

    private final String center = "log-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 120})
    void hasTheLastThousandAndLittleMore(int perRound) {
        var place = DeliveryLog.Place.FIRST;
        var n = 0L;
        while (n < 2_600) {
            place = log.write(center, place, attempts(n + 1, n + perRound));
            n += perRound;
        }
        assertThat(read(DeliveryLog.MOST))
                .extracting(Attempt::n)
                .containsExactlyElementsOf(LongStream.rangeClosed(n - DeliveryLog.MOST + 1, n)
                        .boxed()
                        .toList()
                        .reversed());
        assertThat(read(3)).extracting(Attempt::n).containsExactly(n, n - 1, n - 2);
        var buckets =
                mongo.getCollection("attempts").countDocuments(new Document("_id", new Document("$regex", center)));
        assertThat(buckets).isLessThanOrEqualTo(11);
    }

    @Test
    void losesNothingWhenTheCopyEndsBeforeItHasKeptThePlace() {
        var place = log.write(center, DeliveryLog.Place.FIRST, attempts(1, 2));
        log.write(center, place, attempts(3, 4));
        log.write(center, place, attempts(5, 6));
        assertThat(read(10)).extracting(Attempt::n).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void isEmptyForACenterThatWasNeverTold() {
        assertThat(read(10)).isEmpty();
    }

    @Test
    void isReadPageByPageWhileMoreComesIn() {
        var place = log.write(center, DeliveryLog.Place.FIRST, attempts(1, 250));
        var seen = new ArrayList<Long>();
        DeliveryLog.Place before = null;
        do {
            var some = log.read(center, before, 60);
            some.attempts().forEach(attempt -> seen.add(attempt.n()));
            before = some.rest();
            place = log.write(center, place, attempts(1_000, 1_010));
        } while (before != null);
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 250).boxed().toList().reversed());
    }

    private List<Attempt> read(int limit) {
        return log.read(center, null, limit).attempts();
    }

    private static List<Attempt> attempts(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(n -> new Attempt(n, AT, Outcome.TAKEN, 204, null, 0, 3))
                .toList();
    }
}

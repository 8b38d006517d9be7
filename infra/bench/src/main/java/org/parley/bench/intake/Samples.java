package org.parley.bench.intake;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.TopicTail;
import org.parley.bench.harness.VoidRun;

/**
 * What Parley writes for one referral, taken from what it wrote.
 *
 * @param document as it was inserted, its events in it
 * @param events as they are on the topic
 * @param feedEntry what the center that is asked gets
 */
public record Samples(
        MongoCollection<Document> referrals,
        Document document,
        List<ConsumerRecord<String, byte[]>> events,
        MongoCollection<Document> feed,
        Document feedEntry) {

    private static final int TRIES = 50;

    /** Posts until one is read before its outbox is cleared, which takes the service 50 ms at least. */
    public static Samples take(Ground ground, Taker parley, String token, Supplier<byte[]> bodies) throws Exception {
        var referrals = parley.stored();
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var posts = new Posts(parley.address(), token, bodies);
            var tail = new TopicTail(ground, parley.topic());
            posts.client().once(System.nanoTime());
            var id = posts.acknowledged().iterator().next();
            var document = referrals.find(new Document("_id", id)).first();
            tail.await(parley.events(), Duration.ofMinutes(1));
            if (document != null && document.getList("outbox", Document.class).size() == parley.events()) {
                var feed = ground.mongo()
                        .getDatabase(referrals.getNamespace().getDatabaseName())
                        .getCollection("feed");
                var entry = feed.find(new Document("referral", id).append("kind", "OFFER"))
                        .first();
                VoidRun.unless(entry != null, "no entry of a feed about %s", id);
                return new Samples(referrals, document, tail.read(), feed, java.util.Objects.requireNonNull(entry));
            }
        }
        throw new VoidRun("no referral could be read with its outbox in it");
    }

    int documentBytes() {
        return org.bson.RawBsonDocument.parse(document.toJson()).getByteBuffer().remaining();
    }
}

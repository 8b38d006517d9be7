package org.parley.referral.delivery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Progress.Waiting;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/**
 * The last attempts to deliver something to each subscriber. They stand in a ring of buckets,
 * {@code <subscriber>/<place>}, so that one write keeps those of a round and reading needs no search.
 */
@Component
public final class DeliveryLog {

    /** How many can be read for certain; some more are kept. */
    public static final int MOST = 1_000;

    private static final int FULL = 100;

    /** One more than needed: the newest may be almost empty. */
    private static final int RING = MOST / FULL + 1;

    /**
     * Behind some attempts and before others: where the next ones go, or where reading back goes on.
     *
     * @param bucket counts those begun, from 0
     * @param count how many of it come before
     */
    public record Place(long bucket, int count) {

        static final Place FIRST = new Place(0, 0);

        private boolean isBehind(Place other) {
            return bucket > other.bucket || (bucket == other.bucket && count > other.count);
        }

        private Place open() {
            return count < FULL ? this : new Place(bucket + 1, 0);
        }

        private Place after(int more) {
            return new Place(bucket, count + more);
        }
    }

    private final MongoCollection<Document> collection;
    private final MongoConverter converter;
    private final Deliveries deliveries;
    private final Feed feed;

    DeliveryLog(MongoTemplate mongo, Deliveries deliveries, Feed feed) {
        this.collection = mongo.getCollection("attempts");
        this.converter = mongo.getConverter();
        this.deliveries = deliveries;
        this.feed = feed;
    }

    /** @param rest before what there are more; null when there are none */
    public record Some(List<Attempt> attempts, @Nullable Place rest) {}

    private record Placed(Place before, Document attempt) {}

    /**
     * The newest first.
     *
     * @param before null for the last ones
     */
    public Some read(String subscriber, @Nullable Place before, int limit) {
        var ids = LongStream.range(0, RING)
                .mapToObj(place -> id(subscriber, place))
                .toList();
        var buckets =
                collection.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>());
        buckets.sort(Comparator.comparing(bucket -> bucket.getLong("bucket")));
        var found = buckets.reversed().stream()
                .flatMap(DeliveryLog::placed)
                .filter(one -> before == null || before.isBehind(one.before()))
                .limit(limit + 1L)
                .toList();
        var some = found.subList(0, Math.min(limit, found.size()));
        return new Some(
                some.stream()
                        .map(one -> converter.read(Attempt.class, one.attempt()))
                        .toList(),
                found.size() > limit ? some.getLast().before() : null);
    }

    private static Stream<Placed> placed(Document bucket) {
        var attempts = bucket.getList("attempts", Document.class);
        return IntStream.range(0, attempts.size())
                .mapToObj(place -> new Placed(new Place(bucket.getLong("bucket"), place), attempts.get(place)))
                .toList()
                .reversed()
                .stream();
    }

    /** Since when all deliveries have failed; empty when the last one was taken, or none was tried. */
    public Optional<Instant> failingSince(Endpoint endpoint) {
        var health = deliveries.find(endpoint.subscriber()).standing().health();
        return health.isOf(endpoint) ? Optional.ofNullable(health.failingSince()) : Optional.empty();
    }

    /** How many entries were given up, after the last try, and are in the inbox alone: nobody has read them there yet. */
    public int givenUp(Endpoint endpoint) {
        var subscriber = endpoint.subscriber();
        var progress = deliveries.find(subscriber).standing().progress();
        return progress.acknowledged(feed.acknowledged(subscriber)).left().size();
    }

    /**
     * What is to be tried again.
     *
     * @param attempts made so far
     */
    public record Retry(int attempts, Instant next) {}

    /** By the entry's number; nothing while the endpoint is disabled. */
    public Map<Long, Retry> retries(Endpoint endpoint) {
        if (!endpoint.isActive()) {
            return Map.of();
        }
        var standing = deliveries.find(endpoint.subscriber()).standing();
        return standing.progress().waiting().stream()
                .filter(one -> one.attempts() > 0)
                .collect(Collectors.toMap(
                        Waiting::n,
                        one -> new Retry(one.attempts(), standing.health().notBefore(one.next()))));
    }

    /**
     * Adds the attempts of a round. If the place is not kept after that, as when this copy ends, the next ones come to
     * stand beside them.
     */
    Place write(String subscriber, Place place, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return place;
        }
        var open = place.open();
        var documents = attempts.stream().map(this::document).toList();
        var isFirst = open.count() == 0;
        var added = isFirst
                ? new Document("$set", new Document("bucket", open.bucket()).append("attempts", documents))
                : new Document("$push", new Document("attempts", new Document("$each", documents)))
                        .append("$set", new Document("bucket", open.bucket()));
        collection.updateOne(
                new Document("_id", id(subscriber, open.bucket() % RING)), added, new UpdateOptions().upsert(true));
        return open.after(attempts.size());
    }

    private Document document(Attempt attempt) {
        var document = new Document();
        converter.write(attempt, document);
        document.remove("_class");
        return document;
    }

    private static String id(String subscriber, long place) {
        return subscriber + "/" + place;
    }
}

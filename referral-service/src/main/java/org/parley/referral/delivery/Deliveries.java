package org.parley.referral.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/**
 * How the deliveries to each subscriber stand, and which copy of the service is at it. The lease saves double work;
 * what keeps the copies from undoing each other is that every write is guarded by the version it knows.
 */
@Component
class Deliveries {

    /** @param asked replays that no round has begun with yet: a round that is under way doesn't overwrite them */
    record Kept(String subscriber, long version, String owner, Instant until, Standing standing, Replay asked) {

        boolean isLeasedToOther(String me, Instant now) {
            return !owner.equals(me) && until.isAfter(now);
        }

        boolean isSameLease(Kept other) {
            return owner.equals(other.owner) && until.equals(other.until);
        }

        /** What a round begins with. */
        Standing all() {
            return standing.asked(asked);
        }

        Kept begin(Standing next) {
            return new Kept(subscriber, version, owner, until, next, Replay.NONE);
        }

        Kept with(Standing next) {
            return new Kept(subscriber, version, owner, until, next, asked);
        }

        Kept asking(Replay more) {
            return new Kept(subscriber, version, owner, until, standing, asked.and(more));
        }
    }

    private final MongoCollection<Document> collection;
    private final MongoConverter converter;

    Deliveries(MongoTemplate mongo) {
        this.collection = mongo.getCollection("deliveries");
        this.converter = mongo.getConverter();
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    }

    /** As it stands; made when the subscriber's deliveries begin. */
    Kept find(String subscriber) {
        var found = collection.find(new Document("_id", subscriber)).first();
        if (found == null) {
            insert(new Kept(subscriber, 1, "", Instant.EPOCH, Standing.NONE, Replay.NONE));
            return find(subscriber);
        }
        return new Kept(
                subscriber,
                found.getLong("version"),
                found.getString("owner"),
                found.getDate("until").toInstant(),
                standing(found),
                read(found, "asked", Replay.class, Replay.NONE));
    }

    /** Of those that have begun. */
    Map<String, Long> versions(Collection<String> subscribers) {
        var ids = new Document("_id", new Document("$in", List.copyOf(subscribers)));
        var versions = new HashMap<String, Long>();
        for (var found : collection.find(ids).projection(Projections.include("_id", "version"))) {
            versions.put(found.getString("_id"), found.getLong("version"));
        }
        return versions;
    }

    /** Writes and takes the lease; empty when another write was faster. */
    Optional<Kept> save(Kept known, String owner, Instant until) {
        var next = new Kept(
                known.subscriber(),
                known.version() + 1,
                owner,
                until.truncatedTo(ChronoUnit.MILLIS),
                known.standing(),
                known.asked());
        var guard = new Document("_id", known.subscriber()).append("version", known.version());
        var written =
                collection.updateOne(guard, new Document("$set", fields(next))).getModifiedCount();
        return written == 1 ? Optional.of(next) : Optional.empty();
    }

    /** Writes and leaves the lease to whoever has it; empty when another write was faster. */
    Optional<Kept> save(Kept known) {
        return save(known, known.owner(), known.until());
    }

    private void insert(Kept first) {
        try {
            var document = new Document("_id", first.subscriber());
            document.putAll(fields(first));
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** One from before there was more than progress has only that. */
    private Standing standing(Document found) {
        var progress = found.get("progress", Document.class);
        progress.getList("waiting", Document.class).forEach(one -> one.putIfAbsent("again", false));
        return new Standing(
                converter.read(Progress.class, progress),
                read(found, "health", Health.class, Health.UNKNOWN),
                read(found, "replay", Replay.class, Replay.NONE),
                read(found, "log", DeliveryLog.Place.class, DeliveryLog.Place.FIRST));
    }

    private <T> T read(Document found, String field, Class<T> type, T otherwise) {
        var document = found.get(field, Document.class);
        return document == null ? otherwise : converter.read(type, document);
    }

    private Document fields(Kept kept) {
        var standing = kept.standing();
        return new Document("version", kept.version())
                .append("owner", kept.owner())
                .append("until", Date.from(kept.until()))
                .append("progress", document(standing.progress()))
                .append("health", document(standing.health()))
                .append("replay", document(standing.replay()))
                .append("log", document(standing.log()))
                .append("asked", document(kept.asked()));
    }

    private Document document(Record part) {
        var document = new Document();
        converter.write(part, document);
        return document;
    }
}

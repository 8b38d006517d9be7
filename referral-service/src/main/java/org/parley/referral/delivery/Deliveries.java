package org.parley.referral.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/**
 * The progress of each center's deliveries, and which copy of the service is at it. The lease saves double work; what
 * keeps the copies from undoing each other is that every write is guarded by the version it knows.
 */
@Component
class Deliveries {

    record Kept(String center, long version, String owner, Instant until, Progress progress) {

        boolean isLeasedToOther(String me, Instant now) {
            return !owner.equals(me) && until.isAfter(now);
        }

        Kept with(Progress next) {
            return new Kept(center, version, owner, until, next);
        }
    }

    private final MongoCollection<Document> collection;
    private final MongoConverter converter;

    Deliveries(MongoTemplate mongo) {
        this.collection = mongo.getCollection("deliveries");
        this.converter = mongo.getConverter();
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    }

    /** As it stands; made when the center's deliveries begin. */
    Kept find(String center) {
        var found = collection.find(new Document("_id", center)).first();
        if (found == null) {
            insert(new Kept(center, 1, "", Instant.EPOCH, Progress.NONE));
            return find(center);
        }
        return new Kept(
                center,
                found.getLong("version"),
                found.getString("owner"),
                found.getDate("until").toInstant(),
                converter.read(Progress.class, found.get("progress", Document.class)));
    }

    /** Writes and takes the lease; empty when another copy was faster. */
    Optional<Kept> save(Kept known, String owner, Instant until) {
        var next = new Kept(known.center(), known.version() + 1, owner, until, known.progress());
        var guard = new Document("_id", known.center()).append("version", known.version());
        var written =
                collection.updateOne(guard, new Document("$set", fields(next))).getModifiedCount();
        return written == 1 ? Optional.of(next) : Optional.empty();
    }

    private void insert(Kept first) {
        try {
            var document = new Document("_id", first.center());
            document.putAll(fields(first));
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private Document fields(Kept kept) {
        var progress = new Document();
        converter.write(kept.progress(), progress);
        return new Document("version", kept.version())
                .append("owner", kept.owner())
                .append("until", Date.from(kept.until()))
                .append("progress", progress);
    }
}

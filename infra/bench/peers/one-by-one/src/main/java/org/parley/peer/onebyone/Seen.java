package org.parley.peer.onebyone;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Optional;
import org.bson.Document;
import org.parley.bench.events.Contribution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Up to which of its events each referral has been counted, and what it added then. */
@Component
class Seen {

    enum Guard {
        RANGE,
        EQUALITY
    }

    private final MongoCollection<Document> collection;
    private final Guard guard;

    Seen(MongoClient store, @Value("${spring.mongodb.database}") String database, @Value("${peer.guard}") Guard guard) {
        this.collection = store.getDatabase(database).getCollection("seen");
        this.guard = guard;
        if (guard == Guard.EQUALITY) {
            collection.createIndex(new Document("_id", 1).append("sequence", 1), new IndexOptions().unique(true));
        }
    }

    /** What the referral added before this event; empty when the event, or a later one, has been counted. */
    Optional<Contribution> before(String id, long sequence, Contribution now) {
        try {
            return guard == Guard.RANGE ? inOneStep(id, sequence, now) : inTwoSteps(id, sequence, now);
        } catch (MongoCommandException | MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<Contribution> inOneStep(String id, long sequence, Contribution now) {
        var before = collection.findOneAndUpdate(
                new Document("_id", id).append("sequence", new Document("$lt", sequence)),
                new Document("$set", fields(sequence, now)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
        return Optional.of(before == null ? Contribution.NONE : contribution(before));
    }

    private Optional<Contribution> inTwoSteps(String id, long sequence, Contribution now) {
        var before = collection.find(new Document("_id", id)).first();
        if (before == null) {
            var document = new Document("_id", id);
            document.putAll(fields(sequence, now));
            collection.insertOne(document);
            return Optional.of(Contribution.NONE);
        }
        var known = before.getLong("sequence");
        if (known >= sequence) {
            return Optional.empty();
        }
        var written = collection.updateOne(
                new Document("_id", id).append("sequence", known), new Document("$set", fields(sequence, now)));
        return written.getModifiedCount() == 1 ? Optional.of(contribution(before)) : Optional.empty();
    }

    private static Document fields(long sequence, Contribution contribution) {
        return new Document("sequence", sequence).append("contribution", contribution.text());
    }

    private static Contribution contribution(Document document) {
        return Contribution.parse(document.getString("contribution"));
    }
}

package org.parley.referral.duplicates;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.parley.starter.store.Coalescer;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which referrals are alike. One that was amended since stands where it no longer belongs: who reads looks again. */
@Component
public final class Lookalikes {

    private record One(Likeness likeness, UUID referral) {

        Document id() {
            return new Document("_id", likeness.id());
        }

        Document update() {
            return new Document("$addToSet", new Document("referrals", referral.toString()));
        }
    }

    private final MongoCollection<Document> collection;
    private final Coalescer<One> together = new Coalescer<>(this::addAll);

    Lookalikes(MongoTemplate mongo) {
        this.collection = mongo.getCollection("lookalikes");
    }

    /** Safe to repeat. */
    void add(Likeness likeness, UUID referral) {
        var one = new One(likeness, referral);
        if (!together.write(one)) {
            collection.updateOne(one.id(), one.update(), new UpdateOptions().upsert(true));
        }
    }

    public List<UUID> find(Likeness likeness) {
        var found = collection.find(new Document("_id", likeness.id())).first();
        return found == null
                ? List.of()
                : found.getList("referrals", String.class).stream()
                        .map(UUID::fromString)
                        .toList();
    }

    private Set<Integer> addAll(List<One> all) {
        try {
            collection.bulkWrite(
                    all.stream()
                            .map(one -> new UpdateOneModel<Document>(
                                    one.id(), one.update(), new UpdateOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return e.getWriteErrors().stream().map(error -> error.getIndex()).collect(Collectors.toSet());
        }
    }
}

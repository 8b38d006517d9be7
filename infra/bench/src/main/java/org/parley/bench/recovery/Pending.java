package org.parley.bench.recovery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Documents with events that wait, many of one: the pattern is one that referral-service has written, and each copy has
 * an id of its own wherever the pattern has its.
 */
record Pending(Document pattern) {

    private static final int BATCH = 1_000;

    /** How many events wait in each document. */
    int each() {
        return pattern.getList("outbox", Document.class).size();
    }

    /** Returns the ids, in the order in which they were written. */
    Set<String> fill(MongoCollection<Document> collection, int documents) {
        var ids = new LinkedHashSet<String>();
        while (ids.size() < documents) {
            var batch = new ArrayList<Document>(BATCH);
            while (batch.size() < BATCH && ids.size() < documents) {
                var id = UUID.randomUUID().toString();
                ids.add(id);
                batch.add(copy(id));
            }
            collection.insertMany(batch, new InsertManyOptions().ordered(false));
        }
        return ids;
    }

    Document copy(String id) {
        var copy = new Document(pattern);
        var last = pattern.get("sequences", Document.class).values().iterator().next();
        copy.put("_id", id);
        copy.put("sequences", new Document(id, last));
        copy.put("commands", List.of(UUID.randomUUID().toString()));
        copy.put(
                "outbox",
                pattern.getList("outbox", Document.class).stream()
                        .map(entry -> new Document(entry).append("subject", id).append("data", data(entry, id)))
                        .toList());
        return copy;
    }

    /** Ids are all of one length, so the event keeps its size. */
    private Binary data(Document entry, String id) {
        var text = new String(entry.get("data", Binary.class).getData(), StandardCharsets.UTF_8);
        return new Binary(text.replace(pattern.getString("_id"), id).getBytes(StandardCharsets.UTF_8));
    }
}

package org.parley.reporting.counting;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** Which topics have been counted, by the broker's ids of them: whatever partition a record comes from, it is checked. */
class KnownTopics {

    private final MongoCollection<Document> collection;
    private final Map<String, String> checked = new ConcurrentHashMap<>();

    KnownTopics(MongoDatabase database) {
        collection = database.getCollection("topics");
    }

    /** @throws UnknownTopic if one of them is not the topic that was first counted under its name */
    void check(Map<String, String> topicIds) {
        topicIds.forEach((topic, id) -> {
            if (!id.equals(checked.get(topic))) {
                var known = known(topic, id);
                if (!known.equals(id)) {
                    throw new UnknownTopic(topic, known, id);
                }
                checked.put(topic, id);
            }
        });
    }

    private String known(String topic, String id) {
        var found = collection.find(new Document("_id", topic)).first();
        if (found == null) {
            try {
                collection.insertOne(new Document("_id", topic).append("topicId", id));
                return id;
            } catch (MongoWriteException e) {
                if (e.getError().getCode() != Bulk.DUPLICATE_KEY) {
                    throw e;
                }
                // Another copy met it first.
                return known(topic, id);
            }
        }
        return found.getString("topicId");
    }
}

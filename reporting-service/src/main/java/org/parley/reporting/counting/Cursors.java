package org.parley.reporting.counting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Where counting goes on in each partition. It stands above Kafka's committed offset, which only follows. */
class Cursors {

    private final MongoCollection<Document> collection;
    private final KnownTopics topics;

    Cursors(MongoDatabase database) {
        collection = database.getCollection("cursors");
        topics = new KnownTopics(database);
    }

    /** @throws UnknownTopic if the cursors are of other topics than these */
    void check(Map<String, String> topicIds) {
        topics.check(topicIds);
    }

    /** The next offset of each that has been read before. */
    Map<Source, Long> find(Collection<Source> sources) {
        var next = new HashMap<String, Long>();
        collection
                .find(new Document(
                        "_id",
                        new Document("$in", sources.stream().map(Source::text).toList())))
                .forEach(cursor -> next.put(cursor.getString("_id"), cursor.getLong("next")));
        var cursors = new HashMap<Source, Long>();
        for (var source : sources) {
            var offset = next.get(source.text());
            if (offset != null) {
                cursors.put(source, offset);
            }
        }
        return cursors;
    }

    /** Never backwards: a copy that was asleep can't undo what its successor has read. */
    void advance(Map<Source, Long> next) {
        var writes = new ArrayList<WriteModel<Document>>(next.size());
        next.forEach((source, offset) -> writes.add(new UpdateOneModel<>(
                new Document("_id", source.text()),
                new Document("$max", new Document("next", offset)),
                new UpdateOptions().upsert(true))));
        Bulk.write(collection, writes);
    }
}

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

    Cursors(MongoDatabase database) {
        collection = database.getCollection("cursors");
    }

    /** The next offset of each that has been read before. */
    Map<Source, Long> find(Collection<Source> sources, Map<String, String> topicIds) {
        var found = new HashMap<String, Document>();
        collection
                .find(new Document(
                        "_id",
                        new Document("$in", sources.stream().map(Source::text).toList())))
                .forEach(cursor -> found.put(cursor.getString("_id"), cursor));
        var cursors = new HashMap<Source, Long>();
        for (var source : sources) {
            var cursor = found.get(source.text());
            if (cursor != null) {
                var known = cursor.getString("topicId");
                if (!known.equals(topicIds.get(source.topic()))) {
                    throw new UnknownTopic(
                            "Partition " + source.text(), known, String.valueOf(topicIds.get(source.topic())));
                }
                cursors.put(source, cursor.getLong("next"));
            }
        }
        return cursors;
    }

    /** Never backwards: a copy that was asleep can't undo what its successor has read. */
    void advance(Map<Source, Long> next, Map<String, String> topicIds) {
        var writes = new ArrayList<WriteModel<Document>>(next.size());
        next.forEach((source, offset) -> writes.add(new UpdateOneModel<>(
                new Document("_id", source.text()),
                new Document("$max", new Document("next", offset))
                        .append("$set", new Document("topicId", topicIds.get(source.topic()))),
                new UpdateOptions().upsert(true))));
        Bulk.write(collection, writes);
    }
}

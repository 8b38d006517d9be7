package org.parley.peer.onebyone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Figures as fields: those of days in a document per month, all others in one. An event's are one round trip. */
@Component
class Figures {

    private static final String DAY = "|day=";

    private final MongoCollection<Document> collection;

    Figures(MongoClient store, @Value("${spring.mongodb.database}") String database) {
        collection = store.getDatabase(database).getCollection("figures");
    }

    void add(Map<String, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var increments = new HashMap<String, Document>();
        changes.forEach((figure, change) -> increments
                .computeIfAbsent(document(figure), none -> new Document())
                .append("figures." + figure, change));
        collection.bulkWrite(
                increments.entrySet().stream()
                        .map(one -> new UpdateOneModel<Document>(
                                new Document("_id", one.getKey()),
                                new Document("$inc", one.getValue()),
                                new UpdateOptions().upsert(true)))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    private static String document(String figure) {
        var day = figure.indexOf(DAY);
        return day < 0 ? "all" : figure.substring(day + DAY.length(), day + DAY.length() + "yyyy-MM".length());
    }
}

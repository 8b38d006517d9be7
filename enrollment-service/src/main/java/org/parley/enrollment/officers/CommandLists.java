package org.parley.enrollment.officers;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Of each command one document that names all who have ever served there; the officer says whether they still do. An
 * officer is put down before they serve there and never taken out, so nobody is missing whoever moves them at once.
 */
@Component
class CommandLists {

    private final MongoCollection<Document> collection;

    CommandLists(MongoTemplate mongo) {
        this.collection = mongo.getCollection("command-officers");
    }

    /** In the order of their ids. */
    List<UUID> read(String command) {
        var found = collection.find(new Document("_id", command)).first();
        return found == null
                ? List.of()
                : found.get("officers", new Document()).keySet().stream()
                        .sorted()
                        .map(UUID::fromString)
                        .toList();
    }

    void add(String command, Collection<UUID> officers) {
        var update = new Document("$set", fields(officers));
        try {
            collection.updateOne(new Document("_id", command), update, new UpdateOptions().upsert(true));
        } catch (MongoWriteException | MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another one was faster: now it is there.
            collection.updateOne(new Document("_id", command), update);
        }
    }

    private static Document fields(Collection<UUID> officers) {
        var fields = new Document();
        officers.forEach(officer -> fields.append("officers." + officer, true));
        return fields;
    }
}

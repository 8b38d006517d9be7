package org.parley.enrollment.officers;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.parley.enrollment.keys.Keys;
import org.parley.starter.keys.HashKey;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Gives each tax number a random id, once and for ever. The store holds keyed hashes, never a number. */
@Component
class Numbers {

    private final MongoCollection<Document> collection;
    private final HashKey key;

    Numbers(MongoTemplate mongo, Keys keys) {
        this.collection = mongo.getCollection("officer-numbers");
        this.key = keys.officers();
    }

    /** Of those that have one. */
    Map<String, UUID> find(Collection<String> numbers) {
        var hashes = hashes(numbers);
        var ids = new HashMap<String, UUID>();
        stored(hashes.keySet()).forEach((hash, id) -> {
            var number = hashes.get(hash);
            if (number != null) {
                ids.put(number, id);
            }
        });
        return ids;
    }

    /** Of all of them, whoever else asks at the same time. */
    Map<String, UUID> give(Collection<String> numbers) {
        var known = find(numbers);
        var inserts = hashes(numbers).entrySet().stream()
                .filter(hashed -> !known.containsKey(hashed.getValue()))
                .map(hashed -> new Document("_id", hashed.getKey())
                        .append("officer", UUID.randomUUID().toString()))
                .toList();
        if (inserts.isEmpty()) {
            return known;
        }
        try {
            collection.insertMany(inserts, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
        // Whose insert won, a bulk's errors can't be trusted to say.
        return find(numbers);
    }

    private Map<String, UUID> stored(Collection<String> hashes) {
        var ids = new HashMap<String, UUID>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(hashes))))
                .forEach(found -> ids.put(found.getString("_id"), UUID.fromString(found.getString("officer"))));
        return ids;
    }

    private Map<String, String> hashes(Collection<String> numbers) {
        var hashes = new HashMap<String, String>();
        numbers.forEach(number -> hashes.put(key.hash(number.getBytes(StandardCharsets.UTF_8)), number));
        return hashes;
    }
}

package org.parley.starter.keys;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys that the service makes for itself. They lie beside the data they protect, so they are for local use only. */
public final class KeptKeys {

    private static final Logger log = LoggerFactory.getLogger(KeptKeys.class);

    private final MongoCollection<Document> collection;
    private final String settings;

    /** @param settings what the names of the settings begin with that would give these keys */
    public KeptKeys(MongoCollection<Document> collection, String settings) {
        this.collection = collection;
        this.settings = settings;
    }

    /** The key of this name; the first copy of the service to ask makes it, and all others find that one. */
    public byte[] get(String name, Supplier<byte[]> make) {
        var found = find(name);
        if (found != null) {
            return found;
        }
        try {
            collection.insertOne(new Document("_id", name).append("key", new Binary(make.get())));
            log.warn(
                    "No setting {}.{}: made one and keep it in the store. For local use only;"
                            + " in production give the key by a setting",
                    settings,
                    name);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return Objects.requireNonNull(find(name));
    }

    private byte @Nullable [] find(String name) {
        var document = collection.find(new Document("_id", name)).first();
        return document == null ? null : document.get("key", Binary.class).getData();
    }
}

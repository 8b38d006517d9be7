package org.parley.starter.outbox;

import com.mongodb.client.model.IndexOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.bson.Document;
import org.parley.starter.topics.TopicNames;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes collections with an outbox. Make all of them while the service starts, so that the first sweep finds them. */
public final class DocumentsFactory {

    private final MongoTemplate mongo;
    private final Relay relay;
    private final TopicNames topics;
    private final Clock clock;
    private final OutboxSettings settings;
    private final MeterRegistry registry;
    private final JsonMapper json;

    DocumentsFactory(
            MongoTemplate mongo,
            Relay relay,
            TopicNames topics,
            Clock clock,
            OutboxSettings settings,
            MeterRegistry registry,
            JsonMapper json) {
        this.mongo = mongo;
        this.relay = relay;
        this.topics = topics;
        this.clock = clock;
        this.settings = settings;
        this.registry = registry;
        this.json = json;
    }

    /**
     * @param type a record; its fields are kept under `body`
     * @param topic the name in the contracts of the topic its events go to
     */
    public <T> Documents<T> of(String collection, Class<T> type, String topic) {
        var documents = mongo.getCollection(collection);
        // The guard of every write; some stores use an index only for equality on exactly its fields.
        documents.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        // The sweep's; worth nothing where such indexes are ignored.
        documents.createIndex(new Document("outbox.time", 1));
        var source = new OutboxSource(collection, documents, topics.physical(topic));
        relay.watch(source);
        var lostGuards = Counter.builder("parley.store.guards.lost")
                .description("Writes that were decided anew because another writer was faster")
                .tag("collection", collection)
                .register(registry);
        return new Documents<>(
                source,
                type,
                mongo.getConverter(),
                relay,
                clock,
                settings.epoch(),
                lostGuards,
                json::writeValueAsBytes);
    }
}

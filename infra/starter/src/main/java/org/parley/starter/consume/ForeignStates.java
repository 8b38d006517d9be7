package org.parley.starter.consume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * The newest known state of another service's aggregates. An event is applied if its sequence is higher than what is
 * kept, else dropped; since each carries the whole state, a gap needs no waiting and the first one seen may be any.
 */
public final class ForeignStates<S> {

    private final MongoCollection<Document> collection;
    private final MongoConverter converter;
    private final Class<S> type;
    private final Counter duplicates;
    private final Counter gaps;

    ForeignStates(MongoTemplate mongo, String name, Class<S> type, MeterRegistry meters) {
        this.collection = mongo.getCollection(name);
        this.converter = mongo.getConverter();
        this.type = type;
        this.duplicates = Counter.builder("parley.events.duplicates")
                .description("Events dropped because the same or a newer one was known")
                .tag("collection", name)
                .register(meters);
        this.gaps = Counter.builder("parley.events.gaps")
                .description("Sequence numbers that were not seen before a higher one")
                .tag("collection", name)
                .register(meters);
        collection.createIndex(new Document("_id", 1).append("sequence", 1), new IndexOptions().unique(true));
    }

    public Optional<S> find(String id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** Those that are known, by id, in one round trip. */
    public Map<String, S> findAll(Collection<String> ids) {
        var found = new HashMap<String, S>();
        read(ids).forEach((id, document) -> found.put(id, converter.read(type, document.get("body", Document.class))));
        return found;
    }

    /** Applies a poll's news: one read, one unordered bulk of writes guarded by the sequence that was read. */
    public void apply(List<Newer<S>> news) {
        var newest = new HashMap<String, Newer<S>>();
        news.forEach(one -> newest.merge(one.id(), one, (a, b) -> a.sequence() >= b.sequence() ? a : b));
        var first = true;
        while (!newest.isEmpty()) {
            var known = read(newest.keySet());
            if (first) {
                count(news, known);
                first = false;
            }
            newest.values().removeIf(one -> sequence(known.get(one.id())) >= one.sequence());
            if (!newest.isEmpty()) {
                write(newest.values(), known);
            }
        }
    }

    private void write(Collection<Newer<S>> newest, Map<String, Document> known) {
        var writes = new ArrayList<WriteModel<Document>>(newest.size());
        for (var one : newest) {
            var body = new Document();
            converter.write(one.state(), body);
            var before = known.get(one.id());
            writes.add(
                    before == null
                            ? new InsertOneModel<>(new Document("_id", one.id())
                                    .append("sequence", one.sequence())
                                    .append("body", body))
                            : new UpdateOneModel<>(
                                    new Document("_id", one.id()).append("sequence", sequence(before)),
                                    new Document(
                                            "$set", new Document("sequence", one.sequence()).append("body", body))));
        }
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // Another copy was faster with some of them. Which, the next read tells; the counts of a bulk can't.
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
                throw e;
            }
        }
    }

    private void count(List<Newer<S>> news, Map<String, Document> known) {
        var last = new HashMap<String, Long>();
        news.stream().sorted((a, b) -> Long.compare(a.sequence(), b.sequence())).forEach(one -> {
            var before = last.computeIfAbsent(one.id(), id -> sequence(known.get(id)));
            if (one.sequence() <= before) {
                duplicates.increment();
            } else {
                gaps.increment((double) (one.sequence() - before - 1));
                last.put(one.id(), one.sequence());
            }
        });
    }

    private Map<String, Document> read(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            collection
                    .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                    .forEach(document -> found.put(document.getString("_id"), document));
        }
        return found;
    }

    private static long sequence(@org.jspecify.annotations.Nullable Document document) {
        return document == null ? 0 : document.getLong("sequence");
    }
}

package org.parley.bench.recovery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.parley.bench.events.ReferralEvent;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.ReferralTopic;
import org.parley.bench.harness.VoidRun;

/**
 * The ceiling: each stage alone with plain drivers, on the same store and broker. One cursor over the same documents,
 * the same records sent without waiting for each, and as many documents cleared per round trip as the relay clears.
 */
final class Drivers implements Contender {

    static final String READ = "read";
    static final String PRODUCE = "produce";
    static final String CLEAR = "clear";
    static final String NAME = "plain drivers";

    private static final int BATCH = 1_000;
    private static final int PREPARED = 50_000;

    private final Ground ground;
    private final Pending pending;
    private final int documents;
    private int rounds;

    Drivers(Ground ground, Relay same, int documents) {
        this.ground = ground;
        this.pending = same.pending();
        this.documents = documents;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Figures round() throws Exception {
        var round = ground.scope() + "-recovery-drivers-" + ++rounds;
        var database = ground.mongo().getDatabase(round);
        var collection = database.getCollection("referrals");
        // The indexes that the service makes.
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        collection.createIndex(new Document("outbox.time", 1));
        var ids = pending.fill(collection, documents);
        var topic = ReferralTopic.create(ground, round);
        try {
            return Figures.of(READ, rate(read(collection)))
                    .and(PRODUCE, rate(produce(topic, ids)))
                    .and(CLEAR, rate(clear(collection, ids)));
        } finally {
            database.drop();
        }
    }

    private double rate(long nanos) {
        return (double) documents * pending.each() * 1e9 / nanos;
    }

    private long read(MongoCollection<Document> collection) {
        var begun = System.nanoTime();
        var found = 0;
        var old = new Document("outbox.time", new Document("$lt", Date.from(Instant.now())));
        try (var cursor =
                collection.find(old).projection(new Document("outbox", 1)).iterator()) {
            while (cursor.hasNext()) {
                cursor.next();
                found++;
            }
        }
        VoidRun.unless(found == documents, "%d of %d documents were read", found, documents);
        return System.nanoTime() - begun;
    }

    /** Without the making of the records. */
    private long produce(String topic, Set<String> ids) throws Exception {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ground.kafka(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
        var producing = 0L;
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var records = new ArrayList<ProducerRecord<String, byte[]>>();
            for (var id : ids) {
                records.addAll(records(topic, pending.copy(id)));
                if (records.size() >= PREPARED) {
                    producing += send(producer, records);
                }
            }
            producing += send(producer, records);
        }
        return producing;
    }

    private static long send(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records)
            throws Exception {
        var begun = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var record : records) {
            sent.add(producer.send(record));
        }
        for (var one : sent) {
            one.get();
        }
        records.clear();
        return System.nanoTime() - begun;
    }

    private static List<ProducerRecord<String, byte[]>> records(String topic, Document document) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(2);
        for (var entry : document.getList("outbox", Document.class)) {
            var event = new ReferralEvent(
                    entry.getString("subject"),
                    entry.getLong("sequence"),
                    entry.getString("type"),
                    entry.getDate("time").toInstant(),
                    entry.get("data", Binary.class).getData());
            var record = new ProducerRecord<>(topic, event.subject(), event.data());
            event.headers().forEach(record.headers()::add);
            records.add(record);
        }
        return records;
    }

    private long clear(MongoCollection<Document> collection, Set<String> ids) {
        var begun = System.nanoTime();
        var last = pending.pattern().getLong("lastEntry");
        var pull = new Document("$pull", new Document("outbox", new Document("entry", new Document("$lte", last))));
        var batch = new ArrayList<UpdateOneModel<Document>>(BATCH);
        for (var id : ids) {
            batch.add(new UpdateOneModel<>(new Document("_id", id), pull));
            if (batch.size() == BATCH) {
                collection.bulkWrite(batch, new BulkWriteOptions().ordered(false));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            collection.bulkWrite(batch, new BulkWriteOptions().ordered(false));
        }
        return System.nanoTime() - begun;
    }
}

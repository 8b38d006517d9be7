package org.parley.bench.counting;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.parley.bench.events.CountedReferral;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;

/**
 * The ceiling: what plain drivers need for each stage alone, on the same topic and store. Polls as reporting-service's,
 * the same JSON into the same record, the same documents in bulk; no guards, nothing read back, nothing published.
 */
final class Drivers implements Contender {

    static final String CONSUME = "consume";
    static final String PARSE = "parse";
    static final String WRITE = "write";

    private final Ground ground;
    private final EventLog log;
    private int rounds;

    Drivers(Ground ground, EventLog log) {
        this.ground = ground;
        this.log = log;
    }

    @Override
    public String name() {
        return "plain drivers";
    }

    @Override
    public Figures round() throws Exception {
        var consuming = System.nanoTime();
        poll(records -> {});
        var consumed = System.nanoTime() - consuming;

        var database = log.prefix() + "-drivers-" + ++rounds;
        var stages = new Stages(database);
        try {
            poll(stages);
        } finally {
            ground.mongo().getDatabase(database).drop();
        }
        return Figures.of(CONSUME, rate(consumed))
                .and(PARSE, rate(stages.parsing))
                .and(WRITE, rate(stages.writing))
                .and(Figures.RATE, rate(consumed + stages.parsing + stages.writing));
    }

    private double rate(long nanos) {
        return log.events() * 1e9 / nanos;
    }

    private void poll(Consumer<ConsumerRecords<String, byte[]>> handle) {
        var partitions = log.partitions();
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ground.kafka(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                16 << 20,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var left = log.events(); left > 0; ) {
                var records = consumer.poll(Duration.ofMillis(100));
                if (!records.isEmpty()) {
                    handle.accept(records);
                    left -= records.count();
                }
            }
        }
    }

    /** Times parsing and writing; what turns the one into the other is not timed. */
    private final class Stages implements Consumer<ConsumerRecords<String, byte[]>> {

        private final String database;
        private final SameDocuments documents = new SameDocuments();
        private long parsing;
        private long writing;

        Stages(String database) {
            this.database = database;
        }

        @Override
        public void accept(ConsumerRecords<String, byte[]> records) {
            var list = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
            records.forEach(list::add);
            var begun = System.nanoTime();
            var parsed = list.stream()
                    .map(record -> CountedReferral.read(record.value()))
                    .toList();
            parsing += System.nanoTime() - begun;

            documents.take(list, parsed);
            var facts = documents.facts();
            var rollups = documents.rollups();
            begun = System.nanoTime();
            write("rollups", rollups);
            write("facts", facts);
            writing += System.nanoTime() - begun;
        }

        private void write(String collection, List<WriteModel<Document>> writes) {
            if (!writes.isEmpty()) {
                ground.mongo()
                        .getDatabase(database)
                        .getCollection(collection)
                        .bulkWrite(writes, new BulkWriteOptions().ordered(false));
            }
        }
    }
}

package org.parley.bench.stage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.parley.bench.harness.Climb;
import org.parley.bench.harness.Ground;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consume, parse, bulk write, as plainly as it goes: one thread; each poll is one bulk write of a small document per
 * record and of the total. Counts each record once as long as nothing crashes, and does nothing else.
 */
public final class CountStage implements AutoCloseable {

    private final MongoCollection<Document> collection;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Climb total;
    private final Thread thread;
    private long counted;

    /** @param topic with its prefix; counted are the records that come from now on */
    public CountStage(Ground ground, String topic, int partitions, Climb total) {
        this.total = total;
        collection = ground.mongo().getDatabase(ground.database("stages")).getCollection("counted");
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", ground.kafka(), "max.poll.records", 1000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("count-stage").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                var writes = new ArrayList<WriteModel<Document>>();
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> writes.add(new InsertOneModel<>(fact(record))));
                if (!writes.isEmpty()) {
                    count(writes);
                }
            }
        } catch (WakeupException closed) {
            consumer.close();
        }
    }

    private void count(List<WriteModel<Document>> writes) {
        var records = writes.size();
        writes.add(new UpdateOneModel<>(
                new Document("_id", "total"),
                new Document("$inc", new Document("value", records)),
                new UpdateOptions().upsert(true)));
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        counted += records;
        total.reached(counted);
    }

    private static Document fact(ConsumerRecord<String, byte[]> record) {
        var referral = JsonMapper.shared().readTree(record.value()).get("referral");
        return new Document("_id", record.key())
                .append("sequence", 1L)
                .append("partition", record.partition())
                .append("contribution", new Document(referral.get("borough").asString(), 1L));
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

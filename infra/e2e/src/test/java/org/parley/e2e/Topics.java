package org.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.parley.processes.Service;
import org.parley.testing.Backing;

/** The platform's topics, seen from outside. */
final class Topics implements AutoCloseable {

    static final String INTAKE = "parley.intake.v1";
    static final String ENROLLMENT = "parley.enrollment.v1";
    static final String REFERRALS = "parley.referrals.v1";

    private final String prefix;
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()));
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Backing.kafka(),
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    2 << 20),
            new StringSerializer(),
            new ByteArraySerializer());

    Topics(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Into the first partition, so that what is sent one after the other stands side by side.
     *
     * @return the record's offset
     */
    long sendToIntake(String reference, @Nullable String type, byte @Nullable [] value) {
        var record = new ProducerRecord<>(prefix + INTAKE, 0, reference, value);
        var headers = new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", reference,
                "ce_source", "/systems/connector",
                "content-type", "application/json"));
        if (type != null) {
            headers.put("ce_type", type);
        }
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return done(producer.send(record)).offset();
    }

    /** How many records there are, by partition. */
    Map<TopicPartition, Long> ends(String topic) {
        var latest = partitions(topic).stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return done(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Records of the topic that the service has not finished with. */
    long lag(String topic, Service service) {
        var committed =
                done(admin.listConsumerGroupOffsets(prefix + service.module()).partitionsToOffsetAndMetadata());
        return ends(topic).entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - (committed.get(end.getKey()) == null
                                ? 0
                                : committed.get(end.getKey()).offset()))
                .sum();
    }

    /** All that stands on a topic now. */
    List<ConsumerRecord<String, byte[]>> all(String topic) {
        var ends = ends(topic);
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Backing.kafka(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private List<TopicPartition> partitions(String topic) {
        var physical = prefix + topic;
        var description = done(admin.describeTopics(List.of(physical)).allTopicNames());
        return description.get(physical).partitions().stream()
                .map(partition -> new TopicPartition(physical, partition.partition()))
                .toList();
    }

    private static <T> T done(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}

package org.parley.faults.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.parley.faults.history.Event;
import org.parley.faults.history.Figure;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The topics, read past all services. */
final class Topics implements AutoCloseable {

    static final String INTAKE = "parley.intake.v1";
    static final String ENROLLMENT = "parley.enrollment.v1";
    static final String SESSIONS = "parley.sessions.v1";
    static final String REFERRALS = "parley.referrals.v1";
    static final String METRICS = "parley.metrics.v1";
    static final String PARTIALS = "parley.reporting-partials.v1";

    private static final List<String> DOMAIN = List.of(ENROLLMENT, SESSIONS, REFERRALS);

    /** Who reads what. */
    private static final Map<Service, List<String>> READERS = Map.of(
            Service.REFERRAL, List.of(INTAKE, SESSIONS),
            Service.SESSION, List.of(ENROLLMENT, REFERRALS),
            Service.REPORTING, List.of(ENROLLMENT, SESSIONS, REFERRALS, PARTIALS));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String servers;
    private final Admin admin;

    Topics(String servers) {
        this.servers = servers;
        this.admin = Admin.create(
                Map.of("bootstrap.servers", servers, "default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000));
    }

    /** Records that a service has not finished with: reader and topic → how many. Empty when all are done. */
    Map<String, Long> lag() {
        var lag = new TreeMap<String, Long>();
        READERS.forEach((reader, topics) -> topics.forEach(topic -> {
            var committed = done(admin.listConsumerGroupOffsets(reader.module()).partitionsToOffsetAndMetadata());
            ends(topic).forEach((partition, end) -> {
                var offset = committed.get(partition);
                var behind = end - (offset == null ? 0 : offset.offset());
                if (behind > 0) {
                    lag.merge(reader.module() + " of " + topic, behind, Long::sum);
                }
            });
        }));
        return lag;
    }

    /** How many records of figures there are. */
    long published() {
        return ends(METRICS).values().stream().mapToLong(Long::longValue).sum();
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        DOMAIN.forEach(topic -> read(topic).forEach(record -> events.add(event(record))));
        return events;
    }

    /**
     * By figure: the value of its last record. Notes the keys whose last record is not of their highest revision: an
     * owner that was asleep may publish an old one, but somebody must have sent the newer one again.
     */
    Map<Figure, Long> figures(List<String> fallen) {
        var values = new HashMap<Figure, Long>();
        var highest = new HashMap<String, Long>();
        var last = new HashMap<String, Long>();
        for (var record : read(METRICS)) {
            if (record.value() == null) {
                continue;
            }
            var told = json(record);
            var revision = told.path("revision").asLong();
            highest.merge(record.key(), revision, Math::max);
            last.put(record.key(), revision);
            var dimensions = new HashMap<String, String>();
            told.path("dimensions")
                    .properties()
                    .forEach(one -> dimensions.put(one.getKey(), one.getValue().asString()));
            var period = told.path("period").asString();
            values.put(
                    new Figure(told.path("metric").asString(), period.equals("all") ? "" : period, dimensions),
                    told.path("value").asLong());
        }
        last.forEach((key, revision) -> {
            if (revision < highest.getOrDefault(key, revision)) {
                fallen.add("%s: %d after %d".formatted(key, revision, highest.get(key)));
            }
        });
        values.values().removeIf(value -> value == 0);
        return values;
    }

    List<String> deadLetters() {
        var letters = new ArrayList<String>();
        for (var topic : done(admin.listTopics().names())) {
            if (topic.endsWith(".dlq")) {
                read(topic)
                        .forEach(record -> letters.add("%s: %s %s@%s"
                                .formatted(
                                        topic,
                                        header(record, "dlq_reason"),
                                        header(record, "dlq_partition"),
                                        header(record, "dlq_offset"))));
            }
        }
        return letters;
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        return new Event(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                Long.parseLong(header(record, "ce_sequence")),
                Instant.parse(header(record, "ce_time")),
                Instant.ofEpochMilli(record.timestamp()),
                json(record));
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        return JsonMapper.shared().readTree(record.value());
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** Each partition in the order of its offsets. */
    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        var ends = ends(topic);
        var settings = Map.<String, Object>of("bootstrap.servers", servers, "allow.auto.create.topics", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.sort(Comparator.<ConsumerRecord<String, byte[]>>comparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset));
            return records;
        }
    }

    private Map<TopicPartition, Long> ends(String topic) {
        var description = done(admin.describeTopics(Set.of(topic)).allTopicNames());
        var latest = new HashMap<TopicPartition, org.apache.kafka.clients.admin.OffsetSpec>();
        description
                .values()
                .forEach(one -> one.partitions()
                        .forEach(partition -> latest.put(
                                new TopicPartition(topic, partition.partition()),
                                org.apache.kafka.clients.admin.OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        done(admin.listOffsets(latest).all()).forEach((partition, offset) -> ends.put(partition, offset.offset()));
        return ends;
    }

    private static <T> T done(Future<T> future) {
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
        admin.close(Duration.ofSeconds(5));
    }
}

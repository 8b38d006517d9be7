package org.parley.bench.counting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.processes.Folders;

/**
 * The peer {@code streams}: Kafka Streams, exactly once. Its input's offsets are committed before its second half has
 * summed up, so the last event is counted when the result topic says what the events add up to.
 */
final class Streams implements Contender {

    private static final int PARTITIONS = 12;

    private final Ground ground;
    private final EventLog log;
    private final int threads;
    private int rounds;

    Streams(Ground ground, EventLog log, int threads) {
        this.ground = ground;
        this.log = log;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "Kafka Streams";
    }

    @Override
    public Figures round() throws Exception {
        var round = log.prefix() + "-streams-" + ++rounds;
        var result = round + ".figures";
        ground.admin()
                .createTopics(List.of(
                        new NewTopic(result, PARTITIONS, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();
        var data = ground.folder(round);
        var settings = Map.of(
                "PEER_TOPIC", log.topic(),
                "PEER_GROUP", round,
                "PEER_RESULT", result,
                "PEER_THREADS", Integer.toString(threads),
                "PEER_DATA", data.toString());
        try (var results = new Results(round, result);
                var _ = ground.program("streams", "org.parley.peer.streams.StreamsPeer", settings)) {
            return new Watch(ground, log, results).untilExact(List.of());
        } finally {
            Folders.delete(data);
            deleteTopics(round);
        }
    }

    /** The result topic and those that Streams has made for itself. */
    private void deleteTopics(String round) throws Exception {
        var topics = new ArrayList<>(ground.admin().listTopics().names().get());
        topics.removeIf(topic -> !topic.startsWith(round));
        ground.admin().deleteTopics(topics).all().get();
    }

    private final class Results implements Counter, AutoCloseable {

        private final KafkaConsumer<String, Long> consumer;
        private final Offsets offsets;
        private final Map<String, Long> figures = new TreeMap<>();

        Results(String group, String topic) {
            offsets = new Offsets(ground, log, group);
            consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            ground.kafka(),
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            "read_committed",
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            10_000),
                    new StringDeserializer(),
                    new LongDeserializer());
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        @Override
        public long counted() throws Exception {
            var committed = offsets.committed();
            for (var some = poll(); some > 0; some = poll()) {
                // the newest is what counts
            }
            return committed < log.events() || figures().equals(log.figures())
                    ? Math.min(committed, log.events())
                    : log.events() - 1;
        }

        private int poll() {
            var records = consumer.poll(Duration.ofMillis(10));
            records.forEach(record -> figures.put(record.key(), record.value()));
            return records.count();
        }

        @Override
        public Map<String, Long> figures() {
            var now = new TreeMap<>(figures);
            now.values().removeIf(value -> value == 0);
            return now;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}

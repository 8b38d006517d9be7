package org.parley.reporting.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.parley.reporting.Figure;
import org.parley.starter.topics.TopicNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps this copy's board: reads all of the metrics topic, from its start, without a group. */
@Component
class MetricsFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MetricsFeed.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final KafkaProperties kafka;
    private final String topic;
    private final Board board;
    private final MetricsTopic metrics;
    private final JsonMapper json;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    MetricsFeed(KafkaProperties kafka, TopicNames topics, Board board, MetricsTopic metrics, JsonMapper json) {
        this.kafka = kafka;
        this.topic = topics.physical(MetricsTopic.NAME);
        this.board = board;
        this.metrics = metrics;
        this.json = json;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("metrics-feed").daemon().start(this::run);
    }

    private void run() {
        try {
            while (running) {
                try {
                    read();
                } catch (KafkaException | ExecutionException | IllegalStateException e) {
                    log.warn("The metrics topic can't be read now: {}", e.toString());
                    stopped.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws ExecutionException, InterruptedException {
        var settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        var id = topicId();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            for (var loaded = false; running; ) {
                var records = consumer.poll(PATIENCE);
                records.forEach(this::take);
                var next = positions(consumer, partitions);
                if (!loaded) {
                    loaded = ends.entrySet().stream()
                            .allMatch(end -> next.get(end.getKey().partition()) >= end.getValue());
                    if (loaded) {
                        board.reached(id, next);
                    }
                } else if (!records.isEmpty()) {
                    board.reached(id, next);
                }
                if (loaded) {
                    // A copy that was asleep published late: what is newest must also stand last on the topic.
                    metrics.send(board.overtaken());
                }
            }
        }
    }

    private String topicId() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.buildAdminProperties())) {
            var found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            if (found == null) {
                throw new IllegalStateException("No topic " + topic);
            }
            return found.topicId().toString();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            var event = json.readValue(record.value(), FigureEvent.class);
            var figure = Figure.parse(event.figure());
            var text = new String(record.value(), StandardCharsets.UTF_8);
            board.put(figure, event, text, record.partition(), record.offset());
        } catch (JacksonException | IllegalArgumentException e) {
            log.warn("Not a figure at {}-{}@{}", record.topic(), record.partition(), record.offset());
        }
    }

    private static List<Long> positions(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        return partitions.stream().map(consumer::position).toList();
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

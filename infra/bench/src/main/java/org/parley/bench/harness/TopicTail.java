package org.parley.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What comes to a topic from now on. Nothing is consumed before it is asked for, so it costs a round nothing. */
public final class TopicTail {

    private final Ground ground;
    private final Map<TopicPartition, Long> begin;

    /** @param topic with its prefix */
    public TopicTail(Ground ground, String topic) {
        this.ground = ground;
        this.begin = ends(partitions(topic));
    }

    /** Records since then; a transaction's markers count as well. */
    public long count() {
        return ends(List.copyOf(begin.keySet())).entrySet().stream()
                .mapToLong(end -> end.getValue() - begin.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Returns when so many have come. */
    public void await(long records, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        for (var count = count(); count < records; count = count()) {
            VoidRun.unless(
                    System.nanoTime() < until, "lost: %d of %d records came within %s", count, records, patience);
            sleep(Duration.ofMillis(20));
        }
    }

    /** All that came, of each partition in order. */
    public List<ConsumerRecord<String, byte[]>> read() {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        each(records::add);
        return records;
    }

    /** The same, where all of it at once would be too much. */
    public void each(Consumer<ConsumerRecord<String, byte[]>> look) {
        var end = ends(List.copyOf(begin.keySet()));
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        ground.kafka(),
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        10_000,
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(begin.keySet());
            begin.forEach(consumer::seek);
            while (end.entrySet().stream().anyMatch(one -> consumer.position(one.getKey()) < one.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(look);
            }
        }
    }

    private List<TopicPartition> partitions(String topic) {
        var described = get(ground.admin().describeTopics(List.of(topic)).allTopicNames());
        return IntStream.range(
                        0,
                        java.util.Objects.requireNonNull(described.get(topic))
                                .partitions()
                                .size())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        var latest = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var ends = get(ground.admin().listOffsets(latest).all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

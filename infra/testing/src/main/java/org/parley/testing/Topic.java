package org.parley.testing;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A topic seen raw, from outside of any service. */
public record Topic(String name) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** All that is there now, from the start; in order within a partition. */
    public List<ConsumerRecord<String, byte[]>> records() {
        return TopicClients.reading(this::read);
    }

    private List<ConsumerRecord<String, byte[]>> read(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(name, PATIENCE).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions, PATIENCE);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(found::add);
        }
        consumer.unsubscribe();
        return List.copyOf(found);
    }

    /** What is there now under one key, that is: about one aggregate. */
    public List<ConsumerRecord<String, byte[]>> about(String key) {
        return records().stream().filter(one -> key.equals(one.key())).toList();
    }

    /** Sends one record and waits until the broker has it. */
    public RecordMetadata send(@Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        var message = new ProducerRecord<>(name, key, value);
        headers.forEach((header, text) -> message.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return TopicClients.writer().send(message).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not sent to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The headers of a record as text. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> received) {
        return List.of(received.headers().toArray()).stream()
                .collect(toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, second) -> second));
    }
}

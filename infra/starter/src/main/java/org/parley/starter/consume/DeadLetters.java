package org.parley.starter.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.parley.starter.topics.TopicNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets aside records that can never work, each alone, with the reason and where it stood. */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;
    private final String group;
    private final Set<String> withoutContent;
    private final MeterRegistry meters;

    DeadLetters(
            Producer<String, byte[]> producer,
            TopicNames topics,
            String group,
            Set<String> withoutContent,
            MeterRegistry meters) {
        this.producer = producer;
        this.topics = topics;
        this.group = group;
        this.withoutContent = Set.copyOf(withoutContent);
        this.meters = meters;
    }

    /** Returns when the broker has them all; throws when it has not, so that the poll is run again. */
    void send(List<Refusal> refusals) {
        var sent = new ArrayList<Future<RecordMetadata>>(refusals.size());
        refusals.forEach(refusal -> sent.add(producer.send(letter(refusal))));
        try {
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Dead letters could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending dead letters", e);
        }
        refusals.forEach(refusal -> {
            var record = refusal.record();
            log.warn(
                    "Dead letter {} from {}-{}@{}: {}",
                    refusal.reason(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    refusal.detail());
            meters.counter("parley.dead.letters", "topic", record.topic(), "reason", refusal.reason())
                    .increment();
        });
    }

    private ProducerRecord<String, byte[]> letter(Refusal refusal) {
        var record = refusal.record();
        var bare = withoutContent.contains(record.topic());
        var letter = letter(
                topics.deadLetters(record.topic(), group), bare ? null : record.key(), bare ? null : record.value());
        letter.headers()
                .add("dlq_reason", bytes(refusal.reason()))
                .add("dlq_detail", bytes(refusal.detail()))
                .add("dlq_topic", bytes(record.topic()))
                .add("dlq_partition", bytes(Integer.toString(record.partition())))
                .add("dlq_offset", bytes(Long.toString(record.offset())));
        if (!bare) {
            record.headers().forEach((name, value) -> letter.headers().add(name, bytes(value)));
        }
        return letter;
    }

    /** Kafka's own types don't say that key and value may be missing. */
    @SuppressWarnings("NullAway")
    private static ProducerRecord<String, byte[]> letter(String topic, @Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

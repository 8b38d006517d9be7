package org.parley.starter.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.parley.starter.topics.TopicNames;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Turns a handler of records into the consumer function of a binding. */
public final class Consumption {

    private final TopicNames topics;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    Consumption(TopicNames topics, DeadLetters deadLetters, MeterRegistry meters) {
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /**
     * A consumer for a batch binding: hands the whole poll over, then sets aside what was refused and waits until the
     * broker has it, then returns. In this order, so that a poll that is run again repeats no dead letter of another.
     */
    public Consumer<Message<List<Object>>> batches(BatchHandler handler) {
        return message -> {
            var records = records(message);
            var refusals = handler.handle(records);
            if (!refusals.isEmpty()) {
                deadLetters.send(refusals);
            }
            handler.settled(records);
            if (!records.isEmpty()) {
                meters.counter(
                                "parley.events.consumed",
                                "topic",
                                records.getFirst().topic())
                        .increment(records.size());
            }
        };
    }

    private List<Received> records(Message<List<Object>> message) {
        var values = message.getPayload();
        List<?> names = list(message, KafkaHeaders.RECEIVED_TOPIC);
        List<?> partitions = list(message, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(message, KafkaHeaders.OFFSET);
        List<?> times = list(message, KafkaHeaders.RECEIVED_TIMESTAMP);
        List<?> keys = list(message, KafkaHeaders.RECEIVED_KEY);
        List<?> headers = list(message, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        var records = new ArrayList<Received>(values.size());
        for (var i = 0; i < values.size(); i++) {
            // A record without value comes as Spring's own stand-in for null, which is no byte array either.
            var value = values.get(i) instanceof byte[] bytes ? bytes : null;
            var key = i < keys.size() && keys.get(i) instanceof String text ? text : null;
            records.add(new Received(
                    topics.logical(String.valueOf(names.get(i))),
                    (Integer) partitions.get(i),
                    (Long) offsets.get(i),
                    Instant.ofEpochMilli((Long) times.get(i)),
                    key,
                    value,
                    i < headers.size() ? text((Map<?, ?>) headers.get(i)) : Map.of()));
        }
        return records;
    }

    private static List<?> list(Message<?> message, String header) {
        return Objects.requireNonNullElse((List<?>) message.getHeaders().get(header), List.of());
    }

    private static Map<String, String> text(Map<?, ?> headers) {
        var text = new HashMap<String, String>();
        headers.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                text.put(String.valueOf(name), new String(bytes, StandardCharsets.UTF_8));
            } else if (value instanceof String string) {
                text.put(String.valueOf(name), string);
            }
        });
        return text;
    }
}

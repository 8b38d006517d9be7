package org.parley.reporting.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.parley.starter.topics.TopicNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Publishes revisions of figures, keyed by figure: the newest of each stays on the topic. */
@Component
class MetricsTopic {

    static final String NAME = "parley.metrics.v1";

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;
    private final JsonMapper json;

    MetricsTopic(Producer<String, byte[]> producer, TopicNames topics, JsonMapper json) {
        this.producer = producer;
        this.topics = topics;
        this.json = json;
    }

    /** Returns when the broker has them all. */
    void send(Collection<FigureEvent> events) {
        var sent = new ArrayList<Future<RecordMetadata>>(events.size());
        events.forEach(event -> sent.add(producer.send(record(event))));
        try {
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Figures could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending figures", e);
        }
    }

    ProducerRecord<String, byte[]> record(FigureEvent event) {
        var record = new ProducerRecord<>(topics.physical(NAME), event.figure(), json.writeValueAsBytes(event));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.figure() + ":" + event.revision());
        header(record, "ce_source", "/parley/reporting-service");
        header(record, "ce_type", FigureEvent.TYPE);
        header(record, "ce_subject", event.figure());
        header(record, "ce_time", event.asOf().toString());
        header(record, "ce_sequence", Long.toString(event.revision()));
        header(record, "ce_partitionkey", event.figure());
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

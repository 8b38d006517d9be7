package org.parley.reporting.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.databind.json.JsonMapper;

/** Sends the partitions' parts of figures, keyed by figure, to whoever owns the figure. Internal to this service. */
class PartialsTopic {

    static final String NAME = "parley.reporting-partials.v1";

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final JsonMapper json;

    PartialsTopic(Producer<String, byte[]> producer, String topic, JsonMapper json) {
        this.producer = producer;
        this.topic = topic;
        this.json = json;
    }

    /** Returns when the broker has them all. */
    void send(List<Partial> partials) {
        var sent = new ArrayList<Future<RecordMetadata>>(partials.size());
        for (var partial : partials) {
            sent.add(
                    producer.send(new ProducerRecord<>(topic, partial.figure().id(), json.writeValueAsBytes(partial))));
        }
        try {
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Parts of figures could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending parts of figures", e);
        }
    }
}

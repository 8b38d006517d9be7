package org.parley.referral.process;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.parley.testing.Topic;
import org.parley.testing.Topics;

/** A precinct's system that sends to the intake topic. */
record PrecinctOnKafka(Topic intake) {

    static final String TYPE = "org.parley.intake.referral.v1";

    static PrecinctOnKafka on(Topics topics) {
        return new PrecinctOnKafka(topics.named("parley.intake.v1"));
    }

    RecordMetadata sends(String value) {
        return sends(TYPE, value.getBytes(StandardCharsets.UTF_8));
    }

    RecordMetadata sends(String type, byte[] value) {
        return sends(type, "/systems/precinct-075", value);
    }

    RecordMetadata sendsFrom(String client, String value) {
        return sends(TYPE, "/systems/" + client, value.getBytes(StandardCharsets.UTF_8));
    }

    private RecordMetadata sends(String type, String source, byte[] value) {
        return intake.send(
                "one-partition",
                value,
                Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_type", type, "ce_source", source));
    }
}

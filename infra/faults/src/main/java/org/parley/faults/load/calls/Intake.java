package org.parley.faults.load.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts a referral on the intake topic once, as the connector does. */
final class Intake implements AutoCloseable {

    private static final String TYPE = "org.parley.intake.referral.v1";
    private static final int REQUEST_MILLIS = 10_000;

    private final String topic;
    private final Producer<String, byte[]> producer;

    Intake(Doors doors, Duration patience) {
        this.topic = doors.intake();
        this.producer = new KafkaProducer<>(
                settings(doors.kafka(), patience), new StringSerializer(), new ByteArraySerializer());
    }

    Attempt send(String client, String reference, JsonNode body) {
        try {
            producer.send(record(client, reference, body)).get();
            return new Attempt.Acknowledged();
        } catch (KafkaException | ExecutionException e) {
            return new Attempt.Lost();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.Lost();
        }
    }

    private ProducerRecord<String, byte[]> record(String client, String reference, JsonNode body) {
        var record = new ProducerRecord<>(topic, reference, JsonMapper.shared().writeValueAsBytes(body));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        reference,
                        "ce_source",
                        "/systems/" + client,
                        "ce_type",
                        TYPE,
                        "ce_subject",
                        reference,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static Map<String, Object> settings(String servers, Duration patience) {
        var limit = Math.toIntExact(patience.toMillis());
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "parley-load",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                limit,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                limit,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.min(REQUEST_MILLIS, limit / 2),
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500,
                ProducerConfig.LINGER_MS_CONFIG,
                5);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}

package org.parley.connector.delivery;

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
import org.jspecify.annotations.Nullable;
import org.parley.connector.rows.Referral;
import tools.jackson.databind.json.JsonMapper;

/** Over the intake topic, as CloudEvents in binary mode keyed by the reference, which makes one of what comes twice. */
public final class KafkaDelivery implements Delivery {

    private static final String TYPE = "org.parley.intake.referral.v1";

    private final String topic;
    private final String client;
    private final Patience patience;
    private final @Nullable Confirmation confirmation;
    private final Producer<String, byte[]> producer;

    /** @param confirmation null to be content with the broker's acknowledgement */
    public KafkaDelivery(
            String servers, String topic, String client, Duration patience, @Nullable Confirmation confirmation) {
        this.topic = topic;
        this.client = client;
        this.patience = new Patience(patience);
        this.confirmation = confirmation;
        this.producer =
                new KafkaProducer<>(settings(servers, patience), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void open() throws IssuerRefused, InterruptedException {
        if (confirmation != null) {
            confirmation.open();
        }
    }

    @Override
    public Outcome deliver(Referral referral) throws InterruptedException {
        if (patience.over()) {
            return new Outcome.Unanswered("not tried: the broker had not answered for " + patience.limit());
        }
        var since = System.nanoTime();
        try {
            producer.send(record(referral)).get();
            patience.answered();
        } catch (KafkaException | ExecutionException e) {
            patience.gaveUp(since);
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            return new Outcome.Unanswered(
                    "not acknowledged: " + cause.getClass().getSimpleName());
        }
        return confirmation == null ? new Outcome.Sent() : confirmation.await(referral, since);
    }

    @Override
    public int width() {
        return 512;
    }

    private ProducerRecord<String, byte[]> record(Referral referral) {
        var record = new ProducerRecord<>(
                topic, referral.reference(), JsonMapper.shared().writeValueAsBytes(referral));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        referral.reference(),
                        "ce_source",
                        "/systems/" + client,
                        "ce_type",
                        TYPE,
                        "ce_subject",
                        referral.reference(),
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
                "parley-connector",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // The producer's own patience: it tries again by itself, through a broker's restart as well.
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                limit,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                limit,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.min(10_000, limit / 2),
                ProducerConfig.LINGER_MS_CONFIG,
                5);
    }

    @Override
    public void close() {
        producer.close();
        if (confirmation != null) {
            confirmation.close();
        }
    }
}

package org.parley.starter.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.starter.topics.TopicNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxAutoConfiguration {

    /** The one producer of a service, for its events and its dead letters: idempotent, every copy acknowledged. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> relayProducer(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
        // Whoever sends waits for the broker: waiting for company first only delays, and under load there is company.
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** The same tag keys as the clients that Spring makes, or Prometheus drops these. */
    @Bean(destroyMethod = "close")
    KafkaClientMetrics relayProducerMetrics(Producer<String, byte[]> relayProducer, MeterRegistry registry) {
        var metrics = new KafkaClientMetrics(relayProducer, List.of(Tag.of("spring.id", "relay")));
        metrics.bindTo(registry);
        return metrics;
    }

    @Bean
    Relay relay(
            Producer<String, byte[]> relayProducer,
            ObjectProvider<OutboxFollower> followers,
            OutboxSettings settings,
            MeterRegistry registry,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new Relay(
                relayProducer,
                // Found when the relay starts: a follower may itself need a collection with an outbox.
                () -> followers.orderedStream().toList(),
                settings,
                new RelayMeters(registry, clock),
                clock,
                service);
    }

    @Bean
    DocumentsFactory documentsFactory(
            MongoTemplate mongo,
            Relay relay,
            TopicNames topics,
            Clock clock,
            OutboxSettings settings,
            MeterRegistry registry,
            JsonMapper json) {
        return new DocumentsFactory(mongo, relay, topics, clock, settings, registry, json);
    }
}

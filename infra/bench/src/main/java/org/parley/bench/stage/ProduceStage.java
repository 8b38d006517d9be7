package org.parley.bench.stage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load.Work;

/**
 * The third stage: records like those of one referral, bytes and headers, one after the other as their order asks, each
 * acknowledged before the next. One producer for all clients, with the settings of the services' relay.
 */
public final class ProduceStage implements AutoCloseable {

    private final List<ConsumerRecord<String, byte[]>> samples;
    private final String topic;
    private final Producer<String, byte[]> producer;

    /** @param samples of one referral, of a topic of which another is made */
    public ProduceStage(Ground ground, String name, List<ConsumerRecord<String, byte[]>> samples) {
        this.samples = samples;
        topic = ground.topicLike(name, samples.getFirst().topic());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        ground.kafka(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        0,
                        "max.request.size",
                        2 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public String topic() {
        return topic;
    }

    public Work client() {
        return _ -> send(UUID.randomUUID().toString());
    }

    /** Returns when the broker has them. */
    public void send(String key) throws Exception {
        for (var sample : samples) {
            producer.send(new ProducerRecord<>(topic, null, key, sample.value(), sample.headers()))
                    .get();
        }
    }

    public int recordsEach() {
        return samples.size();
    }

    @Override
    public void close() {
        producer.close();
    }
}

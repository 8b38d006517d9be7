package org.parley.bench.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.bench.events.ReferralEvent;
import org.parley.bench.events.Referrals;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Progress;
import org.parley.bench.harness.ReferralTopic;

/**
 * A topic of referral events, written once and read by all contenders, and what they add up to.
 *
 * @param prefix of the platform that the topic belongs to, without its dot
 * @param figures every figure by its name, without zeros
 */
record EventLog(String prefix, long events, SortedMap<String, Long> figures) {

    private static final long SEED = 20_261_123;

    private static final int SETTLED_AT = 50_000;

    String topic() {
        return prefix + "." + ReferralEvent.TOPIC;
    }

    List<TopicPartition> partitions() {
        return IntStream.range(0, ReferralTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic(), partition))
                .toList();
    }

    /** As referral-service's relay sends them: the same settings of topic and producer, the same headers. */
    static EventLog write(Ground ground, String prefix, long events) throws Exception {
        var topic = ReferralTopic.create(ground, prefix);
        var referrals = new Referrals(events, SEED);
        try (var producer = new KafkaProducer<>(settings(ground), new StringSerializer(), new ByteArraySerializer())) {
            var unsettled = new ArrayList<Future<RecordMetadata>>();
            for (var sent = 1; referrals.hasNext(); sent++) {
                var event = referrals.next();
                var record = new ProducerRecord<>(topic, event.subject(), event.data());
                event.headers().forEach(record.headers()::add);
                unsettled.add(producer.send(record));
                if (sent % SETTLED_AT == 0) {
                    settle(unsettled);
                    Progress.say("%,d of %,d events on %s", sent, events, topic);
                }
            }
            settle(unsettled);
        }
        return new EventLog(prefix, events, referrals.figures());
    }

    private static void settle(List<Future<RecordMetadata>> sent) throws ExecutionException, InterruptedException {
        for (var one : sent) {
            one.get();
        }
        sent.clear();
    }

    private static Map<String, Object> settings(Ground ground) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ground.kafka(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
    }
}

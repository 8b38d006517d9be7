package org.parley.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.testing.Backing;
import org.parley.testing.Topics;

/** Many referrals at once, with repetitions and in disorder, and what they must add up to. */
public final class Lives {

    private static final List<String> STAGES = List.of("submitted", "offered", "accepted", "scheduled", "closed");
    private static final List<String> COMMANDS = List.of("PCT-075", "PCT-073", "PCT-067", "PSA-2");
    private static final List<String> TYPES = List.of("NOISE", "PARKING", "PETS");

    private record Sent(Golden event, long sequence) {}

    private final List<Sent> events = new ArrayList<>();
    private final Map<String, Long> expected = new HashMap<>();

    private Lives() {}

    public static Lives random(long seed, int referrals) {
        var random = new Random(seed);
        var lives = new Lives();
        for (var i = 0; i < referrals; i++) {
            var id = new UUID(random.nextLong(), random.nextLong()).toString();
            var command = COMMANDS.get(random.nextInt(COMMANDS.size()));
            var type = TYPES.get(random.nextInt(TYPES.size()));
            var last = 2 + random.nextInt(4);
            for (var stage = 1; stage <= last; stage++) {
                var event = Golden.referral(STAGES.get(stage - 1))
                        .with("id", id)
                        .with("command", command)
                        .with("type", type);
                lives.events.add(new Sent(event, stage));
                if (random.nextInt(5) == 0) {
                    lives.events.add(new Sent(event, stage));
                }
            }
            lives.expect("referrals-submitted", command, type);
            if (last >= 3) {
                lives.expect("referrals-accepted", command, type);
            }
            if (last >= 5) {
                lives.expect("referrals-closed", command, type);
            }
        }
        IntStream.range(0, lives.events.size()).forEach(i -> {
            var other = Math.min(lives.events.size() - 1, i + random.nextInt(4));
            var swapped = lives.events.set(other, lives.events.get(i));
            lives.events.set(i, swapped);
        });
        return lives;
    }

    private void expect(String metric, String command, String type) {
        expected.merge(metric + " " + command + " " + type, 1L, Long::sum);
    }

    /** By metric, command and type. */
    public Map<String, Long> expected() {
        return Map.copyOf(expected);
    }

    /** Sends a part of them, from and to in hundredths; returns when the broker has them. */
    public void send(Topics topics, int from, int to) {
        var topic = topics.named("parley.referrals.v1").name();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Backing.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var sent : events.subList(events.size() * from / 100, events.size() * to / 100)) {
                var record = new ProducerRecord<>(
                        topic, sent.event().id(), sent.event().json());
                sent.event()
                        .headers(sent.sequence())
                        .forEach((name, value) -> record.headers().add(name, value.getBytes()));
                producer.send(record);
            }
        }
    }
}

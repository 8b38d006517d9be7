package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes over Kafka is as good, or as bad, as what comes over HTTP. */
@ReferralService
class IntakeTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    private Precinct precinct;
    private PrecinctOnKafka kafka;
    private Topic deadLetters;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        kafka = PrecinctOnKafka.on(topics);
        deadLetters = topics.named("parley.intake.v1.referral-service.dlq");
    }

    private void arrives(String reference) {
        await().untilAsserted(() -> assertThat(
                        precinct.finds(reference).body().path("items").size())
                .isEqualTo(1));
    }

    @Test
    void isTheSameReferralWhicheverWayItComes() {
        kafka.sends(Precinct.noise("kafka-1"));
        kafka.sends(Precinct.noise("kafka-1"));
        arrives("kafka-1");
        var known = precinct.posts(Precinct.noise("kafka-1")).is(200);
        assertThat(known.text("offeredTo")).isEqualTo("nypi");
        var events = Events.on(topics);
        await().untilAsserted(() -> assertThat(events.happenedTo(known.id())).containsExactly("submitted", "offered"));
        assertThat(events.about(known.id())
                        .getFirst()
                        .data()
                        .path("referral")
                        .path("channel")
                        .asString())
                .isEqualTo("KAFKA");
    }

    @Test
    void setsEachBadRecordAsideAndHarmsNoNeighbour() {
        var good = Precinct.noise("good");
        var person = "{\"name\": \"Canary Name\", \"consent\": {\"given\": true, \"purpose\": \"MEDIATION\"}}";
        var expected = new LinkedHashMap<Long, String>();
        kafka.sends(Precinct.noise("neighbour-1"));
        expected.put(kafka.sends("{\"reference\": ").offset(), "MALFORMED_JSON");
        expected.put(sendsType("org.parley.intake.referral.v2", good), "UNKNOWN_TYPE");
        expected.put(sendsType("", good), "UNKNOWN_TYPE");
        expected.put(sendsNothing().offset(), "NULL_VALUE");
        kafka.sends(Precinct.noise("neighbour-2"));
        expected.put(kafka.sends(with(good, "\"parties\": [" + person + "]")).offset(), "CONTACTS_IN_PLAINTEXT");
        expected.put(kafka.sends(with(good, "\"parties\": [{\"name\": 7}]")).offset(), "CONTACTS_IN_PLAINTEXT");
        expected.put(
                kafka.sends(with(good, "\"incidentNumber\": \"" + "x".repeat(1_000_000) + "\""))
                        .offset(),
                "TOO_LARGE");
        expected.put(kafka.sends(good.replace("NOISE", "CANARY")).offset(), "INVALID_FIELD /type");
        expected.put(kafka.sends(good.replace("PCT-075", "PCT-999")).offset(), "INVALID_FIELD /command");
        expected.put(kafka.sends(with(good, "\"canary name\": 1")).offset(), "INVALID_FIELD (an unknown field)");
        expected.put(kafka.sends(good.replace("\"reference\": \"good\",", "")).offset(), "INVALID_FIELD /reference");
        expected.put(kafka.sends("null").offset(), "INVALID_FIELD");
        kafka.sends(Precinct.noise("neighbour-3"));
        expected.put(
                kafka.sends(Precinct.noise("neighbour-3").replace("NOISE", "PETS"))
                        .offset(),
                "KEY_REUSED");
        kafka.sends(Precinct.noise("neighbour-4"));

        List.of("neighbour-1", "neighbour-2", "neighbour-3", "neighbour-4").forEach(this::arrives);
        await().untilAsserted(() -> assertThat(letters().keySet()).containsAll(expected.keySet()));
        var letters = letters();
        assertThat(letters).hasSameSizeAs(expected);
        expected.forEach((offset, reason) -> assertThat(reasonOf(letters.get(offset)))
                .as("reason of record %s", offset)
                .startsWith(reason));
        letters.values().forEach(this::saysNothingOfItsContent);
        assertThat(precinct.finds("good").body().path("items").size()).isZero();
    }

    private void saysNothingOfItsContent(ConsumerRecord<String, byte[]> letter) {
        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isNull();
        assertThat(Topic.headers(letter).toString()).doesNotContainIgnoringCase("canary");
    }

    private Map<Long, ConsumerRecord<String, byte[]>> letters() {
        var letters = new LinkedHashMap<Long, ConsumerRecord<String, byte[]>>();
        deadLetters
                .records()
                .forEach(letter ->
                        letters.put(Long.parseLong(Topic.headers(letter).getOrDefault("dlq_offset", "-1")), letter));
        return letters;
    }

    private static String reasonOf(ConsumerRecord<String, byte[]> letter) {
        var headers = Topic.headers(letter);
        return headers.get("dlq_reason") + " " + headers.get("dlq_detail");
    }

    private long sendsType(String type, String value) {
        return kafka.sends(type, value.getBytes(StandardCharsets.UTF_8)).offset();
    }

    private RecordMetadata sendsNothing() {
        return kafka.intake()
                .send(
                        "one-partition",
                        null,
                        Map.of("ce_type", PrecinctOnKafka.TYPE, "ce_source", "/systems/precinct-075"));
    }

    private static String with(String body, String field) {
        return body.replaceFirst("\\{", "{" + field + ", ");
    }
}

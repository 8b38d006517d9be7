package org.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.processes.Service;
import tools.jackson.databind.json.JsonMapper;

/** Bad input on the intake topic: each record alone to the dead letters, its neighbours unharmed. */
class IntakeRefusalsIT {

    private static final String TYPE = "org.parley.intake.referral.v1";
    private static final String DEAD_LETTERS = "parley.intake.v1.referral-service.dlq";
    private static final String SECRET = "5 PRIVATE LANE";

    private final Platform platform = Platform.shared();
    private final Topics topics = platform.topics();
    private final Line line = new Line(platform);

    @Test
    void eachBadRecordGoesAloneToTheDeadLetters() {
        var known = topics.all(DEAD_LETTERS).size();
        var referrals = topics.ends(Topics.REFERRALS).values().stream()
                .mapToLong(n -> n)
                .sum();
        var neighbours = new ArrayList<String>();
        var sent = new LinkedHashMap<Long, String>();

        good(neighbours);
        sent.put(bad(TYPE, ("{\"address\": {\"line\": \"" + SECRET).getBytes(UTF_8)), "MALFORMED_JSON");
        good(neighbours);
        sent.put(bad("org.parley.intake.referral.v9", body().getBytes(UTF_8)), "UNKNOWN_TYPE");
        sent.put(bad(null, body().getBytes(UTF_8)), "UNKNOWN_TYPE");
        good(neighbours);
        sent.put(bad(TYPE, withParties().getBytes(UTF_8)), "CONTACTS_IN_PLAINTEXT");
        sent.put(bad(TYPE, null), "NULL_VALUE");
        good(neighbours);
        sent.put(bad(TYPE, megabyte().getBytes(UTF_8)), "TOO_LARGE");
        sent.put(bad(TYPE, with("command", "PCT-999").getBytes(UTF_8)), "INVALID_FIELD");
        sent.put(bad(TYPE, with("occurredAt", "2125-01-01T00:00:00Z").getBytes(UTF_8)), "INVALID_FIELD");
        sent.put(bad(TYPE, with("narrative", SECRET).getBytes(UTF_8)), "INVALID_FIELD");
        good(neighbours);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(topics.lag(Topics.INTAKE, Service.REFERRAL)).isZero());
        var letters = topics.all(DEAD_LETTERS);
        letters = letters.subList(known, letters.size());
        assertThat(letters.stream()
                        .collect(toMap(
                                letter -> Long.valueOf(Topics.header(letter, "dlq_offset")),
                                letter -> Topics.header(letter, "dlq_reason"))))
                .isEqualTo(sent);
        assertThat(letters).allSatisfy(IntakeRefusalsIT::tellsNoContent);
        assertThat(neighbours).allSatisfy(reference -> {
            assertThat(line.find(reference)).hasSize(1);
            assertThat(line.find(reference).path(0).path("state").asString()).isEqualTo("OFFERED");
        });
        // Submitted and offered, for each neighbour and for nothing else.
        assertThat(topics.ends(Topics.REFERRALS).values().stream()
                                .mapToLong(n -> n)
                                .sum()
                        - referrals)
                .isEqualTo(2L * neighbours.size());
    }

    private static void tellsNoContent(ConsumerRecord<String, byte[]> letter) {
        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isNull();
        assertThat(letter.headers())
                .allSatisfy(header ->
                        assertThat(new String(header.value(), UTF_8)).doesNotContain(SECRET, "EXAMPLE COURT"));
    }

    private void good(List<String> neighbours) {
        var reference = Given.newReference();
        neighbours.add(reference);
        topics.sendToIntake(
                reference, TYPE, json(Given.referral(reference, "PCT-075")).getBytes(UTF_8));
    }

    /** @return its offset */
    private long bad(@Nullable String type, byte @Nullable [] value) {
        return topics.sendToIntake(Given.newReference(), type, value);
    }

    private static String body() {
        return json(Given.referral(Given.newReference(), "PCT-075"));
    }

    private static String with(String field, Object value) {
        var body = Given.referral(Given.newReference(), "PCT-075");
        body.put(field, value);
        return json(body);
    }

    private static String withParties() {
        return with(
                "parties", List.of(Map.of("name", SECRET, "consent", Map.of("given", true, "purpose", "MEDIATION"))));
    }

    /** More than a value may have, and less than the topic takes. */
    private static String megabyte() {
        return with("incidentNumber", "9".repeat(1 << 20));
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}

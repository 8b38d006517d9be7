package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services around this one: what they tell, and what they hear. */
record World(Topics topics) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the world learned of a log, each event once, the first one first. */
    List<Heard> heard(UUID log) {
        return topics.named("parley.sessions.v1").about(log.toString()).stream()
                .collect(Collectors.toMap(
                        record -> Topic.headers(record).get("ce_id"),
                        record -> record,
                        (first, again) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .map(record -> new Heard(
                        Topic.headers(record)
                                .getOrDefault("ce_type", "")
                                .replace("org.parley.", "")
                                .replace(".v1", ""),
                        JSON.readTree(record.value()),
                        Schemas.breaches(record)))
                .toList();
    }

    /** Of which logs anything was told. */
    Set<String> told() {
        return topics.named("parley.sessions.v1").records().stream()
                .map(record -> record.key())
                .collect(Collectors.toSet());
    }

    /** @param breaches of the contracts */
    record Heard(String what, JsonNode event, List<String> breaches) {

        String text(String pointer) {
            return event.at(pointer).asString("");
        }
    }

    /** enrollment-service tells of a certificate that has been good for years. */
    void certifies(UUID officer) {
        var certificate = UUID.randomUUID().toString();
        send("parley.enrollment.v1", "org.parley.certificate.issued.v1", certificate, 1, """
                {"actor": {"role": "system", "id": "system"}, "reason": null, "certificate": {"id": "%s",
                 "officer": "%s", "issuedOn": "2020-01-01", "validUntil": "2099-12-31"}}""".formatted(
                        certificate, officer));
    }

    /** referral-service tells how a referral stands. */
    void refers(UUID referral, long sequence, String state, String command, @Nullable String center) {
        var data = JSON.createObjectNode();
        data.putObject("referral")
                .put("id", referral.toString())
                .put("state", state)
                .put("command", command)
                .put("center", center);
        send(
                "parley.referrals.v1",
                "org.parley.referral.accepted.v1",
                referral.toString(),
                sequence,
                JSON.writeValueAsString(data));
    }

    private void send(String topic, String type, String subject, long sequence, String data) {
        topics.named(topic)
                .send(
                        subject,
                        data.getBytes(StandardCharsets.UTF_8),
                        Map.of("ce_type", type, "ce_subject", subject, "ce_sequence", Long.toString(sequence)));
    }
}

package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.starter.consume.ForeignStates;
import org.parley.starter.identity.Caller;
import org.parley.testing.Backing;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole service, from a log to what the world learns of it. */
@ParleyTest
class SessionProcessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STARTED =
            Instant.now().minus(Duration.ofHours(26)).toString();
    private static final String ENDED =
            Instant.now().minus(Duration.ofHours(25)).toString();

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    ForeignStates<KnownReferral> referrals;

    private final UUID id = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void nothingTheWorldLearnedBreaksTheContracts() {
        assertThat(topics.named("parley.sessions.v1").records())
                .allSatisfy(told -> assertThat(Schemas.breaches(told)).isEmpty());
    }

    @Test
    void aCenterLogsAMediationTwiceAndTheWorldLearnsOfItOnce() {
        var nypi = Person.center(port, "nypi");

        var first = nypi.logsSession(id, held(mediationOfNypi("center", null)));
        var again = nypi.logsSession(id, held(mediationOfNypi()));
        var another = nypi.logsSession(id, held(mediationOfNypi("parties", 3)));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(another.status()).isEqualTo(409);
        assertThat(nypi.readsSession(id).body()).isEqualTo(first.body());
        assertThat(Person.center(port, "cms").readsSession(id).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(told(id)).hasSize(1));
        var headers = Topic.headers(told(id).getFirst());
        assertThat(headers)
                .containsEntry("ce_type", "org.parley.session.logged.v1")
                .containsEntry("ce_source", "/parley/session-service")
                .containsEntry("ce_id", id + ":1")
                .containsEntry("ce_sequence", "1");
        var event = JSON.readTree(told(id).getFirst().value());
        assertThat(event.at("/actor")).isEqualTo(JSON.readTree("{\"role\":\"center-system\",\"id\":\"center-nypi\"}"));
        assertThat(event.at("/session")).isEqualTo(without(first.body(), "version"));
    }

    @Test
    void aCenterThatIsNewInTheDirectoryLogsItsMediations() {
        var fresh = Person.center(port, "red-hook");

        assertThat(fresh.logsSession(id, held(mediationOfNypi("center", null))).status())
                .isEqualTo(201);
        assertThat(fresh.readsSession(id).body().path("center").asString()).isEqualTo("red-hook");
        assertThat(Person.coordinator(port)
                        .logsSession(UUID.randomUUID(), held(mediationOfNypi("center", "nobody")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anOfficerLogsAMicroInterventionAndNobodyElseReadsIt() {
        var self = Person.officer(port, officer);
        var log = calmedNeighbors("officer", officer.toString(), "occurredAt", STARTED);

        assertThat(self.logsMicroIntervention(id, log).status()).isEqualTo(201);
        assertThat(self.logsMicroIntervention(id, log).status()).isEqualTo(200);

        assertThat(self.readsMicroIntervention(id).status()).isEqualTo(200);
        assertThat(Person.coordinator(port).readsMicroIntervention(id).status()).isEqualTo(200);
        assertThat(Person.officer(port, UUID.randomUUID())
                        .readsMicroIntervention(id)
                        .status())
                .isEqualTo(404);
        await().untilAsserted(() -> assertThat(told(id)).hasSize(1));
        var event = JSON.readTree(told(id).getFirst().value());
        assertThat(event.at("/actor/id").asString()).isEqualTo(officer.toString());
        assertThat(event.at("/microIntervention/borough").asString()).isEqualTo("BROOKLYN");
    }

    @Test
    void whatBreaksARuleIsNeitherStoredNorTold() {
        var nypi = Person.center(port, "nypi");

        var refused = nypi.logsSession(id, held(mediationOfNypi("command", "PCT-999", "center", null, "sitting", 0)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/field").asString()))
                .containsExactlyInAnyOrder("/command", "/sitting");
        assertThat(nypi.readsSession(id).status()).isEqualTo(404);
        assertThat(Person.center(port, "cms")
                        .logsSession(id, held(mediationOfNypi()))
                        .status())
                .isEqualTo(403);
        assertThat(told(id)).isEmpty();
    }

    @Test
    void aCertificateCountsHoweverItsEventsCome() {
        var certificate = UUID.randomUUID();
        var self = Person.officer(port, officer);
        var missing = self.logsSession(UUID.randomUUID(), heldBy(officer));
        assertThat(missing.body().at("/certificate").asString()).isEqualTo("MISSING");

        // shortened by its second event, which comes first; and everything comes twice
        for (var i = 0; i < 2; i++) {
            certify(certificate, 2, officer, "2020-01-01", "2020-12-31");
            certify(certificate, 1, officer, "2020-01-01", "2099-12-31");
        }
        var other = UUID.randomUUID();
        certify(UUID.randomUUID(), 1, other, "2020-01-01", "2099-12-31");

        await().untilAsserted(() -> assertThat(Person.officer(port, other)
                        .logsSession(UUID.randomUUID(), heldBy(other))
                        .body()
                        .at("/certificate")
                        .asString())
                .isEqualTo("VALID"));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(self.logsSession(UUID.randomUUID(), heldBy(officer))
                                .body()
                                .at("/certificate")
                                .asString())
                        .isEqualTo("MISSING"));

        certify(certificate, 3, officer, "2020-01-01", "2099-12-31");
        await().untilAsserted(() -> assertThat(self.logsSession(UUID.randomUUID(), heldBy(officer))
                        .body()
                        .at("/certificate")
                        .asString())
                .isEqualTo("VALID"));
    }

    @Test
    void whatCanNeverBeReadIsSetAsideAndItsNeighboursAreNot() {
        var topic = topics.named("parley.enrollment.v1");
        var before = deadLetters().size();
        var key = UUID.randomUUID().toString();

        topic.send(key, bytes("{"), headers(key, 1, "org.parley.certificate.issued.v1"));
        topic.send(key, bytes("{\"certificate\":{\"id\":1}}"), headers(key, 1, "org.parley.certificate.issued.v1"));
        topic.send(key, bytes("{}"), headers(key, 1, "org.parley.certificate.issued.v2"));
        topic.send(key, null, headers(key, 1, "org.parley.certificate.issued.v1"));
        topic.send(key, bytes("{}"), Map.of());
        topic.send(key, bytes("{}"), headers(key, 1, "org.parley.training.scheduled.v1"));
        certify(UUID.randomUUID(), 1, officer, "2020-01-01", "2099-12-31");

        await().untilAsserted(() -> assertThat(Person.officer(port, officer)
                        .logsSession(UUID.randomUUID(), heldBy(officer))
                        .body()
                        .at("/certificate")
                        .asString())
                .isEqualTo("VALID"));
        await().untilAsserted(() -> assertThat(deadLetters().stream().skip(before))
                .containsExactlyInAnyOrder("MALFORMED_JSON", "SCHEMA", "UNKNOWN_TYPE", "NULL_VALUE", "UNKNOWN_TYPE"));
    }

    @Test
    void aReferralIsKnownAsItStoodLast() {
        var referral = UUID.randomUUID().toString();

        refer(referral, 3, "ACCEPTED", "nypi");
        refer(referral, 2, "OFFERED", null);
        refer(referral, 3, "ACCEPTED", "nypi");
        refer(referral, 1, "SUBMITTED", null);
        var last = UUID.randomUUID().toString();
        refer(last, 1, "SUBMITTED", null);

        await().untilAsserted(() -> assertThat(referrals.find(last)).isPresent());
        await().untilAsserted(() ->
                assertThat(referrals.find(referral)).contains(new KnownReferral("ACCEPTED", "PCT-075", "nypi", null)));
    }

    @Test
    void aCenterIsToldOfTheReferralsThatItHasOnly(@Autowired SessionManagement sessions) {
        var referral = UUID.randomUUID();
        refer(referral.toString(), 1, "ACCEPTED", "nypi");
        await().untilAsserted(
                        () -> assertThat(referrals.find(referral.toString())).isPresent());

        assertThat(sessions.referral(referral, staffOf("nypi"))).isPresent();
        assertThat(sessions.referral(referral, staffOf("cms"))).isEmpty();
        assertThat(sessions.referral(UUID.randomUUID(), staffOf("nypi"))).isEmpty();
    }

    private static Author staffOf(String center) {
        return new Author(Caller.from("staff", Map.of("roles", List.of("center-staff"), "center", center)));
    }

    @Test
    void twoCopiesTakeALogOnlyOnce() throws Exception {
        try (var copy = Copy.started(scope());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var body = held(mediationOfNypi());
            var logging = IntStream.range(0, 20)
                    .mapToObj(i -> Person.center(i % 2 == 0 ? port : copy.port(), "nypi"))
                    .<Callable<Integer>>map(
                            nypi -> () -> nypi.logsSession(id, body).status())
                    .toList();
            var statuses = clients.invokeAll(logging).stream()
                    .map(done -> done.resultNow())
                    .toList();

            assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
            await().untilAsserted(() -> assertThat(told(id)).hasSize(1));
        }
    }

    @Test
    void whatACopyWroteBeforeItDiedIsSentByTheNext() {
        var scope = Backing.newScope();
        var sessions = new Topics(scope + ".").named("parley.sessions.v1");
        try (var dying = Copy.started(scope).withoutRelay()) {
            assertThat(Person.center(dying.port(), "nypi")
                            .logsSession(id, held(mediationOfNypi()))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(sessions.about(id.toString())).isEmpty();

        try (var _ = Copy.started(scope)) {
            await().untilAsserted(
                            () -> assertThat(sessions.about(id.toString())).isNotEmpty());
        }
    }

    private String scope() {
        return topics.prefix().substring(0, topics.prefix().length() - 1);
    }

    /** Resends left out: the broker may have an event more than once, its readers know it by its id. */
    private List<ConsumerRecord<String, byte[]>> told(UUID about) {
        return List.copyOf(topics.named("parley.sessions.v1").about(about.toString()).stream()
                .collect(Collectors.toMap(
                        record -> Topic.headers(record).get("ce_id"),
                        record -> record,
                        (first, again) -> first,
                        LinkedHashMap::new))
                .values());
    }

    private List<String> deadLetters() {
        return topics.named("parley.enrollment.v1.session-service.dlq").records().stream()
                .map(letter -> Topic.headers(letter).get("dlq_reason"))
                .toList();
    }

    private void certify(UUID certificate, long sequence, UUID holder, String from, String until) {
        var data = """
                {"actor": {"role": "system", "id": "system"}, "reason": null, "certificate": {"id": "%s",
                 "officer": "%s", "issuedOn": "%s", "validUntil": "%s", "new": "unknown here"}}""".formatted(certificate, holder, from, until);
        topics.named("parley.enrollment.v1")
                .send(
                        certificate.toString(),
                        bytes(data),
                        headers(certificate.toString(), sequence, "org.parley.certificate.issued.v1"));
    }

    private void refer(String referral, long sequence, String state, String center) {
        var data = JSON.createObjectNode();
        var inside = data.putObject("referral");
        inside.put("id", referral).put("state", state).put("command", "PCT-075").put("center", center);
        topics.named("parley.referrals.v1")
                .send(
                        referral,
                        JSON.writeValueAsBytes(data),
                        headers(referral, sequence, "org.parley.referral.offered.v1"));
    }

    private static Map<String, String> headers(String subject, long sequence, String type) {
        return Map.of("ce_type", type, "ce_subject", subject, "ce_sequence", Long.toString(sequence));
    }

    private static Map<String, Object> held(Map<String, Object> body) {
        body.put("startedAt", STARTED);
        body.put("endedAt", ENDED);
        return body;
    }

    private static Map<String, Object> heldBy(UUID officer) {
        return held(mediationOfAnOfficer("officers", List.of(officer.toString())));
    }

    private static JsonNode without(JsonNode body, String field) {
        var copy = body.deepCopy();
        ((ObjectNode) copy).remove(field);
        return copy;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

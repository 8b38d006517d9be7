package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events in on a real broker, figures out. Each test counts for a command of its own. */
@ParleyTest
class ReportingProcessTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private Api api;
    private Topic referrals;

    @BeforeEach
    void connect() {
        api = Api.analyst(port);
        referrals = topics.named("parley.referrals.v1");
    }

    @Test
    void countsAReferralFromSubmissionToItsEndAndItsMediation() {
        var id = UUID.randomUUID().toString();

        referral("submitted", id, "PCT-001").sendTo(referrals, 1);
        patiently().until(() -> api.of("referrals-submitted", "PCT-001") == 1);
        assertThat(api.of("referrals-accepted", "PCT-001")).isZero();

        referral("accepted", id, "PCT-001").sendTo(referrals, 3);
        patiently().until(() -> api.of("referrals-accepted", "PCT-001") == 1);

        Golden.of("org.parley.session.logged.v1", "session")
                .with("command", "PCT-001")
                .sendTo(topics.named("parley.sessions.v1"), 1);
        patiently().until(() -> api.of("agreements", "PCT-001") == 1);

        referral("closed", id, "PCT-001").sendTo(referrals, 5);
        patiently().until(() -> api.of("referrals-closed", "PCT-001") == 1);
        assertThat(api.of("referrals-submitted", "PCT-001")).isEqualTo(1);
    }

    @Test
    void countsTrainingsCertificatesAndWhatHappensOnTheStreet() {
        Golden.of("org.parley.training.completed.v1", "training").sendTo(topics.named("parley.enrollment.v1"), 2);
        Golden.of("org.parley.evaluation.closed.v1", "evaluation").sendTo(topics.named("parley.enrollment.v1"), 1);
        Golden.of("org.parley.certificate.issued.v1", "certificate")
                .with("command", "PCT-005")
                .sendTo(topics.named("parley.enrollment.v1"), 1);
        Golden.of("org.parley.micro-intervention.logged.v1", "microIntervention")
                .with("command", "PCT-005")
                .sendTo(topics.named("parley.sessions.v1"), 1);

        patiently().until(() -> api.of("officers-certified", "PCT-005") == 1);
        patiently().until(() -> api.of("arrests-avoided", "PCT-005") == 1);
        patiently()
                .untilAsserted(() -> assertThat(api.get("/v1/metrics/trainings-completed?by=cohort&interval=quarter")
                                .body())
                        .contains("{\"cohort\":\"2026-07\",\"period\":\"2026-07-01\",\"value\":1}"));
        patiently()
                .untilAsserted(() -> assertThat(api.get("/v1/metrics/approvals?by=cohort&interval=quarter")
                                .body())
                        .contains("{\"cohort\":\"2026-07\",\"period\":\"2026-07-01\",\"value\":16}"));
    }

    @Test
    void setsAsideEachRecordThatCanNeverWorkAndCountsItsNeighbours() {
        var before = Golden.referral("submitted")
                .with("id", UUID.randomUUID().toString())
                .with("command", "PCT-007");
        var after = before.with("id", UUID.randomUUID().toString());
        before.sendTo(referrals, 1);
        referrals.send(before.id(), "{".getBytes(StandardCharsets.UTF_8), after("BAD_JSON", before));
        referrals.send(before.id(), null, after("NULL", before));
        referrals.send(before.id(), "{}".getBytes(StandardCharsets.UTF_8), after("SCHEMA", before));
        referrals.send(before.id(), before.json(), with(before, "ce_type", "org.parley.referral.submitted.v2"));
        referrals.send("another key", before.json(), before.headers(2));
        referrals.send(before.id(), before.json(), with(before, "ce_sequence", "x"));
        referrals.send(before.id(), before.with("type", "no code!").json(), before.headers(2));
        after.sendTo(referrals, 1);

        patiently().until(() -> api.of("referrals-submitted", "PCT-007") == 2);
        patiently()
                .untilAsserted(() -> assertThat(topics.named("parley.referrals.v1.reporting-service.dlq")
                                .records())
                        .extracting(letter -> Topic.headers(letter).get("dlq_reason"))
                        .containsExactlyInAnyOrder(
                                "MALFORMED_JSON",
                                "NULL_VALUE",
                                "SCHEMA",
                                "UNKNOWN_TYPE",
                                "SUBJECT",
                                "SEQUENCE",
                                "SCHEMA"));
    }

    @Test
    void publishesExactlyTheFiguresThatTheApiGives() {
        var lives = Lives.random(3, 60);
        lives.send(topics, 0, 100);
        patiently()
                .untilAsserted(() -> assertThat(
                                api.byCommandAndType("referrals-submitted", "referrals-accepted", "referrals-closed"))
                        .containsAllEntriesOf(lives.expected()));

        patiently().untilAsserted(() -> {
            var published = published();
            assertThat(published).isNotEmpty();
            published.forEach((id, value) -> assertThat(value).as(id).isEqualTo(fromTheApi(Figure.parse(id))));
            for (var metric : Metric.live()) {
                for (var dimension : metric.dimensions()) {
                    for (var row : rows(metric.word(), "?by=" + dimension.word())) {
                        if (!row.get(dimension.word()).isNull()) {
                            assertThat(published)
                                    .containsKey(metric.word() + "|all|all|" + dimension.word() + "="
                                            + row.get(dimension.word()).asString());
                        }
                    }
                }
            }
        });
    }

    @Test
    void feedsALiveClientWithSnapshotChangesAndWhatItMissed() {
        var first = referral("submitted", UUID.randomUUID().toString(), "PCT-009");
        first.sendTo(referrals, 1);
        var figure = "referrals-submitted|all|all|command=PCT-009";
        String last;
        try (var watcher = Watcher.of(api, null)) {
            patiently().until(() -> watcher.values().getOrDefault(figure, 0L) == 1);
            assertThat(watcher.names).startsWith("snapshot");

            first.with("id", UUID.randomUUID().toString()).sendTo(referrals, 1);
            patiently().until(() -> watcher.values().getOrDefault(figure, 0L) == 2);
            assertThat(watcher.names).contains("figure");
            assertThat(watcher.broken).isEmpty();
            last = watcher.lastId;
        }
        first.with("id", UUID.randomUUID().toString()).sendTo(referrals, 1);

        try (var watcher = Watcher.of(api, last)) {
            patiently().until(() -> watcher.values().getOrDefault(figure, 0L) == 3);
            assertThat(watcher.names).doesNotContain("snapshot");
        }
    }

    @Test
    void aCommanderWatchesTheirOwnCommandOnly() {
        referral("submitted", UUID.randomUUID().toString(), "PCT-010").sendTo(referrals, 1);
        referral("submitted", UUID.randomUUID().toString(), "PCT-013").sendTo(referrals, 1);
        var commander = Api.with(port, "commander", Map.of("command", List.of("PCT-010")));

        patiently().until(() -> commander.of("referrals-submitted", "PCT-010") == 1);
        patiently().until(() -> api.of("referrals-submitted", "PCT-013") == 1);
        assertThat(commander.of("referrals-submitted", "PCT-013")).isZero();
        try (var watcher = Watcher.of(commander, null)) {
            patiently().until(() -> watcher.values().containsKey("referrals-submitted|all|all|command=PCT-010"));
            assertThat(watcher.values().keySet()).allMatch(id -> id.endsWith("command=PCT-010"));
        }
    }

    @Test
    void answersNotModifiedUntilSomethingMoves() {
        referral("submitted", UUID.randomUUID().toString(), "PCT-014").sendTo(referrals, 1);
        patiently().until(() -> api.of("referrals-submitted", "PCT-014") == 1);
        var path = "/v1/metrics/officers-certified?by=command";
        var tag = api.get(path).header("etag").orElseThrow();
        assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(304);

        Golden.of("org.parley.certificate.issued.v1", "certificate")
                .with("id", UUID.randomUUID().toString())
                .with("command", "PCT-014")
                .sendTo(topics.named("parley.enrollment.v1"), 1);

        patiently().until(() -> api.get(path, "If-None-Match", tag).status() == 200);
    }

    @Test
    void aRevisionThatComesLateDoesNotStandLast() {
        referral("submitted", UUID.randomUUID().toString(), "PCT-017").sendTo(referrals, 1);
        var metrics = topics.named("parley.metrics.v1");
        var figure = "referrals-submitted|all|all|command=PCT-017";
        patiently().until(() -> !metrics.about(figure).isEmpty());
        var newest = metrics.about(figure).getLast();
        var late = (ObjectNode) JSON.readTree(newest.value());
        late.put("revision", 1).put("value", 99);

        metrics.send(figure, JSON.writeValueAsBytes(late), Topic.headers(newest));

        patiently()
                .untilAsserted(() -> assertThat(metrics.about(figure))
                        .hasSizeGreaterThan(2)
                        .last()
                        .satisfies(last -> assertThat(last.value()).isEqualTo(newest.value())));
    }

    @Test
    void describesItsApi() {
        assertThat(new Api(port, "").get("/v3/api-docs").json().get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/metrics/{metric}",
                        "/v1/metrics/stream",
                        "/v1/definitions",
                        "/v1/releases",
                        "/v1/public/releases",
                        "/v1/public/releases/{release}",
                        "/v1/public/releases/{release}/metrics/{metric}");
    }

    private Map<String, Long> published() {
        var newest = new HashMap<String, JsonNode>();
        for (var record : topics.named("parley.metrics.v1").records()) {
            var event = JSON.readTree(record.value());
            newest.merge(
                    record.key(),
                    event,
                    (a, b) -> a.get("revision").asLong() > b.get("revision").asLong() ? a : b);
        }
        var values = new HashMap<String, Long>();
        newest.forEach((id, event) -> values.put(id, event.get("value").asLong()));
        return values;
    }

    private long fromTheApi(Figure figure) {
        var by = String.join(",", figure.dimensions().keySet());
        for (var row : rows(
                figure.metric().word(),
                "?by=" + by + "&interval=" + figure.interval().word())) {
            var matches = figure.dimensions().entrySet().stream()
                    .allMatch(pair ->
                            pair.getValue().equals(row.get(pair.getKey()).asString("")));
            if (matches
                    && (figure.interval() == Interval.ALL
                            || row.get("period").asString().equals(figure.period()))) {
                return row.get("value").asLong();
            }
        }
        return 0;
    }

    private JsonNode rows(String metric, String parameters) {
        return api.get("/v1/metrics/" + metric + parameters).json().get("rows");
    }

    private static Golden referral(String pastTense, String id, String command) {
        return Golden.referral(pastTense).with("id", id).with("command", command);
    }

    private static Map<String, String> after(String id, Golden event) {
        return with(event, "ce_id", id);
    }

    private static Map<String, String> with(Golden event, String header, String value) {
        var headers = new HashMap<>(event.headers(2));
        headers.put(header, value);
        return headers;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}

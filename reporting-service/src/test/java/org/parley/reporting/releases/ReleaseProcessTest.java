package org.parley.reporting.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reporting.Api;
import org.parley.reporting.Golden;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A city's referrals in, two releases out, over the real store and broker. What the first test releases the others read. */
@ParleyTest(properties = {"parley.web.requests-per-second=0", "parley.releases.first-year=2026"})
@Import(MovableClock.Injected.class)
@TestMethodOrder(OrderAnnotation.class)
class ReleaseProcessTest {

    private static final String BY_COMMAND = "/v1/public/releases/%s/metrics/referrals-submitted?by=command";
    private static final int QUERIES = 400;

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    MovableClock clock;

    @Autowired
    MongoTemplate store;

    private Api everybody;
    private Api coordinator;

    @BeforeEach
    void connect() {
        everybody = new Api(port, "");
        coordinator = Api.with(port, "coordinator", Map.of());
    }

    @Test
    @Order(1)
    void releasesWhatIsClosedAndCorrectsItWithTheNext() throws Exception {
        assertThat(everybody.get("/v1/public/releases").json().get("releases").size())
                .isZero();

        happen("PCT-067", 4);
        happen("PCT-073", 30);
        happen("PCT-075", 40);
        happen("PCT-079", 20);
        // The fourth quarter ends on New Year's Eve and is closed 45 days later.
        clock.forward(Duration.ofDays(120));
        var answers = release(8);
        assertThat(answers).extracting(Api.Answer::status).containsOnlyOnce(201).contains(200);
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers.getFirst().header("location")).contains("/v1/public/releases/2026-Q4");

        var first = everybody.get(BY_COMMAND.formatted("2026-Q4"));
        assertThat(rows(first)).containsExactlyInAnyOrder("PCT-067 ?", "PCT-073 ?", "PCT-075 40", "PCT-079 20");
        assertThat(zeros(first)).as("of three quarters").isEqualTo(3 * 4);
        assertThat(total("2026-Q4")).isEqualTo(94);

        happen("PCT-073", 1);
        happen("PCT-075", 12);
        happen("PCT-079", 1);
        assertThat(coordinator.post("/v1/releases").status()).isEqualTo(200);
        clock.forward(Duration.ofDays(90));
        assertThat(coordinator.post("/v1/releases").status()).isEqualTo(201);

        assertThat(rows(everybody.get(BY_COMMAND.formatted("2027-Q1"))))
                .containsExactlyInAnyOrder("PCT-067 ?", "PCT-073 ?", "PCT-075 52", "PCT-079 20");
        assertThat(total("2027-Q1")).isEqualTo(94 + 14);
        assertThat(everybody.get(BY_COMMAND.formatted("2026-Q4")).body()).isEqualTo(first.body());
        assertThat(everybody.get("/v1/public/releases").json().get("releases").size())
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void whatIsPublicCanBeKeptAndAskedForWithItsTag() {
        for (var path :
                List.of("/v1/public/releases", "/v1/public/releases/2026-Q4", BY_COMMAND.formatted("2026-Q4"))) {
            var answer = everybody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("cache-control").orElseThrow())
                    .contains("public")
                    .contains("max-age");
            var tag = answer.header("etag").orElseThrow();
            assertThat(tag).startsWith("\"");
            assertThat(everybody.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        }
        assertThat(everybody.get(BY_COMMAND.formatted("2027-Q1")).header("etag"))
                .isNotEqualTo(everybody.get(BY_COMMAND.formatted("2026-Q4")).header("etag"));
    }

    /** Whatever would leak from there would leak from here: these documents are all that the public answers are made of. */
    @Test
    @Order(2)
    void noSmallNumberStandsWherePublicAnswersAreReadFrom() {
        var values = new ArrayList<Long>();
        for (var document : store.getCollection("release-answers").find()) {
            document.get("answers", Document.class)
                    .values()
                    .forEach(rows ->
                            ((List<?>) rows).forEach(row -> values.add(((Document) row).get("value", Long.class))));
        }
        assertThat(values).contains(40L, 52L, 0L, null);
        assertThat(values)
                .filteredOn(value -> value != null && value > 0 && value < 11)
                .isEmpty();
    }

    @Test
    @Order(2)
    void withoutATokenNothingElseIsOpen() {
        var paths = everybody.get("/v3/api-docs").json().get("paths");
        assertThat(paths.size()).isGreaterThan(6);
        paths.properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    var address =
                            path.getKey().replace("{release}", "2026-Q4").replace("{metric}", "referrals-submitted");
                    var answer = everybody.send(method.toUpperCase(java.util.Locale.ROOT), address);
                    assertThat(answer.status()).as(address).isEqualTo(address.startsWith("/v1/public/") ? 200 : 401);
                }));
        for (var path : List.of(
                "/v1/public",
                "/v1/public/metrics/referrals-submitted",
                "/v1/public/releases/2026-Q4/editions",
                "/v1/public/releases/2026-Q4/metrics/referrals-submitted/rows",
                "/v1/public/../metrics/referrals-submitted")) {
            assertThat(everybody.get(path).status()).as(path).isIn(400, 401, 404);
        }
        assertThat(everybody.post("/v1/public/releases").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({"analyst, 403", "commander, 403", "officer, 403", "center-staff, 403", "administrator, 200"})
    void onlyCoordinatorsAndAdministratorsMakeReleases(String role, int status) {
        assertThat(Api.with(port, role, Map.of()).post("/v1/releases").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "referrals-submitted?by=command&interval=month, 422, quarter",
        "referrals-submitted?by=type%2Cborough, 422, by=command (quarter",
        "referrals-closed?by=command, 422, by=borough",
        "arrests-avoided?by=command&interval=quarter, 422, year",
        "referrals-submitted?from=2026-01-01, 422, those are by",
        "referrals-submitted?by=type&by=center, 422, once",
        "happiness, 404, referrals-submitted",
        "seats, 404, Not public"
    })
    void whatIsNotOfferedIsToldWhatIs(String question, int status, String told) {
        var answer = everybody.get("/v1/public/releases/2026-Q4/metrics/" + question);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    @Test
    @Order(2)
    void noQuestionMakesTheServiceFail() {
        var statuses = new HashSet<Integer>();
        questions().forEach(question -> {
            var status = everybody.get(question).status();
            assertThat(status).as(question).isLessThan(500);
            statuses.add(status);
        });
        assertThat(statuses).contains(200, 404, 422);
    }

    private static List<String> questions() {
        var text = Arbitraries.strings().ofMaxLength(30);
        var releases = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("2026-Q4", "2027-Q1")),
                Tuple.of(1, Arbitraries.of("2026-Q3", "releases", "2026-Q9", "-Q1", "Q", "$", "..")),
                Tuple.of(1, text));
        var metrics = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("referrals-submitted", "top-box", "arrests-avoided", "seats")),
                Tuple.of(1, text));
        var names = Arbitraries.of("by", "interval", "from", "any");
        var values = Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Arbitraries.of(
                                "borough", "command", "type", "center", "cohort", "quarter", "year", "month", "all", "",
                                ",")),
                Tuple.of(1, text));
        var questions = new ArrayList<String>();
        JqwikSession.run(() -> net.jqwik.api.Combinators.combine(
                        releases, metrics, Arbitraries.maps(names, values).ofMaxSize(3))
                .as((release, metric, parameters) ->
                        "/v1/public/releases/" + coded(release) + "/metrics/" + coded(metric)
                                + "?"
                                + parameters.entrySet().stream()
                                        .map(one -> one.getKey() + "=" + coded(one.getValue()))
                                        .collect(Collectors.joining("&")))
                .sampleStream()
                .limit(QUERIES)
                .forEach(questions::add));
        return questions;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<Api.Answer> release(int times) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var answers = new ArrayList<Api.Answer>();
            var calls =
                    java.util.Collections.<Callable<Api.Answer>>nCopies(times, () -> coordinator.post("/v1/releases"));
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** Referrals of one command in the fourth quarter; returns when they are counted. */
    private void happen(String command, int many) {
        var before = coordinator.of("referrals-submitted", command);
        var referrals = topics.named("parley.referrals.v1");
        for (var i = 0; i < many; i++) {
            Golden.referral("submitted")
                    .with("id", UUID.randomUUID().toString())
                    .with("command", command)
                    .with("submittedAt", "2026-10-%02dT15:00:00Z".formatted(1 + i % 28))
                    .sendTo(referrals, 1);
        }
        patiently().until(() -> coordinator.of("referrals-submitted", command) == before + many);
    }

    /** Commands of the fourth quarter; a question mark is suppressed. */
    private static List<String> rows(Api.Answer answer) {
        var rows = new ArrayList<String>();
        for (var row : answer.json().get("rows")) {
            if (row.get("period").asString().equals("2026-10-01")) {
                rows.add(row.get("command").asString() + " "
                        + (row.has("value") ? row.get("value").asLong() : "?"));
            }
        }
        return rows;
    }

    private static int zeros(Api.Answer answer) {
        var zeros = 0;
        for (var row : answer.json().get("rows")) {
            if (row.has("value") && row.get("value").asLong() == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    private long total(String release) {
        for (var row : everybody
                .get("/v1/public/releases/" + release + "/metrics/referrals-submitted")
                .json()
                .get("rows")) {
            if (row.get("period").asString().equals("2026-10-01")) {
                return row.get("value").asLong();
            }
        }
        return -1;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}

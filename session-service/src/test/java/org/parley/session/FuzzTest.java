package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.parley.starter.web.Cursor;
import org.parley.testing.Backing;
import org.parley.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation gets hundreds of bodies and queries that nobody would think of: never is it the service that fails, and
 * every refusal is a problem document.
 */
class FuzzTest {

    private static final int TRIES = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Call(String method, String path, String body) {}

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nothingMakesTheServiceFail() throws Exception {
        try (var copy = Copy.started(Backing.newScope(), "parley.web.requests-per-second=0")) {
            var session = UUID.randomUUID();
            var log = UUID.randomUUID();
            var coordinator = Person.coordinator(copy.port());
            assertThat(coordinator.logsSession(session, session()).status()).isEqualTo(201);
            assertThat(coordinator
                            .logsMicroIntervention(log, microIntervention())
                            .status())
                    .isEqualTo(201);
            var calls = calls(copy.port(), session, log);
            var token = everyRole();
            var statuses = new HashSet<Integer>();
            var wrong = new ArrayList<String>();

            try (var threads = Executors.newFixedThreadPool(4)) {
                var answers = threads.invokeAll(calls.stream()
                        .map(call -> (Callable<String>) () -> fault(copy.port(), token, call, statuses))
                        .toList());
                for (var answer : answers) {
                    if (!answer.get().isEmpty()) {
                        wrong.add(answer.get());
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(statuses).contains(200, 201, 400, 409, 422);
        }
    }

    private static String everyRole() {
        return TestIssuer.token(
                "fuzzer",
                List.of("officer", "commander", "center-system", "coordinator"),
                Map.of("command", List.of("PCT-075"), "center", "nypi", "officer", Logs.OFFICER.toString()));
    }

    /** Empty when all is well. */
    private String fault(int port, String token, Call call, HashSet<Integer> statuses) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        synchronized (statuses) {
            statuses.add(answer.statusCode());
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() >= 500
                        || (answer.statusCode() >= 400 && !type.startsWith("application/problem+json"))
                ? answer.statusCode() + " (" + type + ") to " + call
                : "";
    }

    /** The operations as the service describes them. */
    private List<Call> calls(int port, UUID session, UUID log) {
        var calls = new ArrayList<Call>();
        var paths = Person.anybody(port).reads("/v3/api-docs").body().path("paths");
        assertThat(paths.propertyNames()).hasSizeGreaterThan(12);
        JqwikSession.run(() -> paths.properties().forEach(path -> {
            var address = path.getKey()
                    .replace("sessions/{id}", "sessions/" + session)
                    .replace("micro-interventions/{id}", "micro-interventions/" + log)
                    .replace("{officer}", Logs.OFFICER.toString())
                    .replace("{command}", "PCT-075");
            path.getValue().properties().forEach(method -> {
                if (method.getValue().has("requestBody")) {
                    var verb = method.getKey().toUpperCase(Locale.ROOT);
                    bodies(address)
                            .forEach(body ->
                                    calls.add(new Call(verb, verb.equals("PUT") ? fresh(address) : address, body)));
                } else {
                    queries(method.getValue().path("parameters"))
                            .forEach(query -> calls.add(new Call("GET", address + "?" + query, "")));
                }
            });
        }));
        return calls;
    }

    /** Now and then another log, so that some are taken. */
    private static String fresh(String address) {
        return ThreadLocalRandom.current().nextBoolean()
                ? address
                : address.substring(0, address.lastIndexOf('/') + 1) + UUID.randomUUID();
    }

    private static List<String> bodies(String path) {
        var leaves = leaves();
        var good = path.contains("/sessions") ? session() : microIntervention();
        good.put("id", UUID.randomUUID().toString());
        good.put("reason", "TEST");
        var names = new ArrayList<>(good.keySet());
        Arbitrary<Object> almost = Arbitraries.maps(Arbitraries.of(names), values(leaves))
                .ofMaxSize(3)
                .map(changes -> {
                    var body = new HashMap<>(good);
                    // Each operation knows one of the two, or none.
                    body.remove(path.endsWith(":batch") ? "reason" : "id");
                    if (!path.endsWith("/void")) {
                        body.remove("reason");
                    }
                    body.putAll(changes);
                    return (Object) body;
                });
        var whole = path.endsWith(":batch")
                ? almost.list().ofMaxSize(5).map(items -> (Object) Map.of("items", items))
                : almost;
        var bodies = new ArrayList<String>();
        take(bodies, TRIES / 2, whole.map(JSON::writeValueAsString));
        take(
                bodies,
                TRIES / 4,
                Arbitraries.maps(Arbitraries.of(names), values(leaves))
                        .ofMaxSize(8)
                        .map(JSON::writeValueAsString));
        take(bodies, TRIES / 8, values(leaves).map(JSON::writeValueAsString));
        take(bodies, TRIES / 8, Arbitraries.strings().ofMaxLength(60));
        return bodies;
    }

    private static List<String> queries(JsonNode parameters) {
        var names = new ArrayList<String>(List.of("any"));
        parameters.forEach(one -> {
            if (one.path("in").asString("").equals("query")) {
                names.add(one.path("name").asString());
            }
        });
        Supplier<Cursor> forged = () -> Cursor.of("command/PCT-075", Long.MAX_VALUE, 7, UUID.randomUUID());
        var values = Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "1",
                                "0",
                                "200",
                                "201",
                                "-1",
                                "2026-11",
                                "2026-13",
                                "9999-12",
                                "0000-01",
                                "",
                                forged.get().text(),
                                Cursor.of("unmatched", Long.MIN_VALUE, 0, "x").text())),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(40)));
        var queries = new ArrayList<String>();
        take(
                queries,
                TRIES / 6,
                Arbitraries.maps(Arbitraries.of(names), values).ofMaxSize(3).map(FuzzTest::query));
        return queries;
    }

    private static String query(Map<String, String> parameters) {
        return String.join(
                "&",
                parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .toList());
    }

    private static void take(List<String> into, int some, Arbitrary<String> from) {
        from.sampleStream().limit(some).forEach(into::add);
    }

    private static Arbitrary<Object> values(Arbitrary<Object> leaves) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, leaves),
                Tuple.of(2, leaves.list().ofMaxSize(4).map(list -> (Object) list)),
                Tuple.of(1, leaves.map(leaf -> (Object) Map.of("any", leaf))));
    }

    /** What comes near to something good, and what doesn't. */
    private static Arbitrary<Object> leaves() {
        var near = Arbitraries.<Object>of(
                "NOISE",
                "PCT-075",
                "PCT-116",
                "nypi",
                "OFFICER_LED",
                "CENTER_LED",
                "AGREEMENT_ALL",
                "NOT_HELD",
                "NO_SHOW",
                "CALMED",
                "ARREST",
                "PAUSE",
                "DUPLICATE",
                "2026-01-02T03:30:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-02-30T00:00:00Z",
                Logs.OFFICER.toString(),
                UUID.randomUUID().toString(),
                true,
                false,
                0,
                1,
                -1,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                1e308);
        return Arbitraries.frequencyOf(
                Tuple.of(8, near),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(200).map(text -> (Object) text)),
                Tuple.of(1, Arbitraries.longs().map(number -> (Object) number)),
                Tuple.of(1, Arbitraries.doubles().map(number -> (Object) number)));
    }

    private static Map<String, Object> session() {
        return Logs.mediationOfNypi(
                "startedAt",
                Instant.now().minus(Duration.ofHours(5)).toString(),
                "endedAt",
                Instant.now().minus(Duration.ofHours(4)).toString());
    }

    private static Map<String, Object> microIntervention() {
        return Logs.calmedNeighbors(
                "occurredAt", Instant.now().minus(Duration.ofHours(5)).toString());
    }
}

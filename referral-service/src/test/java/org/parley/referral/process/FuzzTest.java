package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.testing.AlmostGood;
import org.parley.testing.Backing;
import org.parley.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation that takes a body gets hundreds that nobody would think of: never is it the service that fails. */
@ExtendWith(Patience.class)
class FuzzTest {

    private static final int BODIES = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, List<?>> GOOD = Map.ofEntries(
            Map.entry("reason", List.of("NO_CAPACITY", "LANGUAGE", "RESOLVED", "TEST", "NO_SHOW", "PARTY_UNAVAILABLE")),
            Map.entry("command", List.of("PCT-075")),
            Map.entry("type", List.of("NOISE", "PETS", "OTHER")),
            Map.entry("language", List.of("en", "es")),
            Map.entry("center", List.of("nypi", "cms")),
            Map.entry("asked", List.of("nypi", "cms")),
            Map.entry("boroughs", List.of("BROOKLYN", "QUEENS")),
            Map.entry("commands", List.of("PCT-075", "PCT-110")),
            Map.entry("types", List.of("NOISE", "PETS")),
            Map.entry("languages", List.of("en", "es")),
            Map.entry("zone", List.of("America/New_York")),
            Map.entry("opens", List.of("09:00", "08:30:00")),
            Map.entry("closes", List.of("17:00", "23:59:59.999")),
            Map.entry("purpose", List.of("MEDIATION")),
            Map.entry("url", List.of("http://127.0.0.1:1/hook", "https://example.org/hook")),
            Map.entry("secret", List.of("whsec_" + "A".repeat(40))),
            Map.entry("website", List.of("https://example.org")),
            Map.entry("email", List.of("someone@example.org")),
            Map.entry("kty", List.of("EC", "EC", "RSA", "OKP")),
            Map.entry("crv", List.of("P-256", "P-256", "Ed25519")),
            Map.entry("use", List.of("sig")),
            Map.entry("alg", List.of("ES256")),
            Map.entry(
                    "x",
                    List.of(
                            "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                            "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")),
            Map.entry("y", List.of("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")),
            Map.entry("n", List.of("w" + "A".repeat(341) + "w", "AQAB")),
            Map.entry("e", List.of("AQAB", "AA")),
            Map.entry("occurredAt", List.of("2026-01-02T03:30:00Z", "1970-01-01T00:00:00Z")),
            Map.entry("until", List.of("2026-12-30T00:00:00Z", "2026-12-30")),
            Map.entry("at", List.of("2026-12-30T00:00:00Z", "2026-01-01T00:00:00.123456789Z")));

    private record Operation(String method, String path, List<String> fields, AlmostGood almostGood) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String scope = Backing.newScope();

    @Test
    void noBodyMakesTheServiceFail() throws Exception {
        try (var copy = Copies.start(scope, "parley.webhooks.allow-private=true", "parley.web.requests-per-second=0")) {
            var port = Copies.port(copy);
            var referral = Precinct.of(port, "PCT-075")
                    .posts(Precinct.noise("fuzz"))
                    .is(201)
                    .id();
            var token = everyRole();
            var operations = operations(port);
            assertThat(operations).hasSizeGreaterThan(15);
            var failed = new ArrayList<String>();
            for (var operation : operations) {
                failed.addAll(failures(port, token, operation, referral));
            }
            assertThat(failed).isEmpty();
        }
    }

    private static String everyRole() {
        return TestIssuer.token(
                "fuzzer",
                List.of("precinct-system", "center-system", "coordinator", "administrator"),
                Map.of("command", List.of("PCT-075"), "center", "nypi"));
    }

    private List<String> failures(int port, String token, Operation operation, UUID referral) throws Exception {
        var calls = bodies(operation).stream()
                .map(body -> (Callable<String>) () -> {
                    var status = status(port, token, operation, referral, body);
                    return status >= 500
                            ? operation.method() + " " + operation.path() + " answers " + status + " to " + body
                            : "";
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var failed = new ArrayList<String>();
            for (var answer : threads.invokeAll(calls)) {
                if (!answer.get().isEmpty()) {
                    failed.add(answer.get());
                }
            }
            return failed;
        }
    }

    private int status(int port, String token, Operation operation, UUID referral, String body)
            throws IOException, InterruptedException {
        var path = operation
                .path()
                .replace("{center}", "nypi")
                .replace("{command}", "PCT-075")
                .replace("{client}", "fuzzed")
                .replace("centers/{id}", "centers/fuzzed")
                .replace("{id}", referral.toString());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(operation.method(), BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** As the service describes them, with the names of all fields that their bodies may have. */
    private List<Operation> operations(int port) {
        var api = new Api(port, "").open("/v3/api-docs").is(200).body();
        var all = new ArrayList<Operation>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var body = method.getValue().path("requestBody");
                    if (!body.isMissingNode()) {
                        var fields = new TreeSet<String>();
                        var schema =
                                body.path("content").path("application/json").path("schema");
                        collect(api, schema, fields);
                        all.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                List.copyOf(fields),
                                new AlmostGood(api, schema, GOOD)));
                    }
                }));
        return all;
    }

    private static void collect(JsonNode api, JsonNode schema, TreeSet<String> fields) {
        var ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            collect(api, api.at(ref.substring(1)), fields);
        }
        schema.path("properties").properties().forEach(property -> {
            if (fields.add(property.getKey())) {
                collect(api, property.getValue(), fields);
            }
        });
        collectItems(api, schema, fields);
    }

    private static void collectItems(JsonNode api, JsonNode schema, TreeSet<String> fields) {
        var items = schema.path("items");
        if (!items.isMissingNode()) {
            collect(api, items, fields);
        }
    }

    private static List<String> bodies(Operation operation) {
        var bodies = new ArrayList<String>();
        JqwikSession.run(() -> {
            var values = values(operation.fields());
            objects(operation.fields(), values)
                    .map(JSON::writeValueAsString)
                    .sampleStream()
                    .limit(BODIES / 5)
                    .forEach(bodies::add);
            Arbitraries.randoms()
                    .map(random ->
                            JSON.writeValueAsString(operation.almostGood().body(random)))
                    .sampleStream()
                    .limit(BODIES - 2 * BODIES / 5)
                    .forEach(bodies::add);
            values.map(JSON::writeValueAsString)
                    .sampleStream()
                    .limit(BODIES / 10)
                    .forEach(bodies::add);
            Arbitraries.strings()
                    .ofMaxLength(60)
                    .sampleStream()
                    .limit(BODIES / 10)
                    .forEach(bodies::add);
        });
        assertThat(bodies).hasSize(BODIES);
        return bodies;
    }

    private static Arbitrary<Object> values(List<String> fields) {
        var leaves = leaves();
        var lists = leaves.list().ofMaxSize(4).map(list -> (Object) list);
        var inner = objects(fields, leaves);
        return Arbitraries.frequencyOf(
                Tuple.of(6, leaves),
                Tuple.of(1, lists),
                Tuple.of(2, inner.map(one -> (Object) one)),
                Tuple.of(2, inner.list().ofMaxSize(3).map(list -> (Object) list)));
    }

    /** What comes near to something good, and what doesn't. */
    private static Arbitrary<Object> leaves() {
        var near = Arbitraries.<Object>of(
                "NOISE",
                "PCT-075",
                "en",
                "PRECINCT",
                "PARTIES",
                "URGENT",
                "nypi",
                "BROOKLYN",
                "NO_CAPACITY",
                "NO_SHOW",
                "TEST",
                "2026-01-02T03:30:00Z",
                "9999-12-31T23:59:59Z",
                "2027-01-01T00:00:00.123456789Z",
                "09:00",
                "MONDAY",
                "America/New_York",
                "MEDIATION",
                "2026-02-30",
                "http://127.0.0.1:1/x",
                "https://[::1]/",
                "whsec_AAAA",
                true,
                false,
                0,
                1,
                -1,
                12,
                Long.MAX_VALUE,
                1e308,
                UUID.randomUUID().toString());
        return Arbitraries.frequencyOf(
                Tuple.of(8, near),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text)),
                Tuple.of(1, Arbitraries.longs().map(number -> (Object) number)),
                Tuple.of(1, Arbitraries.doubles().map(number -> (Object) number)),
                Tuple.of(1, Arbitraries.just("x".repeat(20_000)).map(text -> (Object) text)));
    }

    private static Arbitrary<Map<String, Object>> objects(List<String> fields, Arbitrary<Object> values) {
        var known = fields.isEmpty() ? Arbitraries.of("any") : Arbitraries.of(fields);
        var names = Arbitraries.frequencyOf(
                Tuple.of(20, known), Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
        return Arbitraries.maps(names, values)
                .ofMaxSize(Math.max(3, fields.size()))
                .map(map -> map.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new)));
    }
}

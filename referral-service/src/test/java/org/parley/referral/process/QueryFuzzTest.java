package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.starter.web.Cursor;
import org.parley.testing.Backing;
import org.parley.testing.TestIssuer;

/** Every list gets hundreds of queries that nobody would think of: never is it the service that fails. */
@ExtendWith(Patience.class)
class QueryFuzzTest {

    private static final int QUERIES = 500;

    private record Listing(String path, List<String> parameters) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String scope = Backing.newScope();

    @Test
    void noQueryMakesTheServiceFail() throws Exception {
        try (var copy = Copies.start(scope, "parley.web.requests-per-second=0")) {
            var port = Copies.port(copy);
            for (var n = 0; n < 3; n++) {
                Precinct.of(port, "PCT-075").posts(Precinct.noise("query-" + n)).is(201);
            }
            var statuses = new HashSet<Integer>();
            var listings = listings(port);
            assertThat(listings)
                    .extracting(Listing::path)
                    .contains("/v1/referrals", "/v1/centers/{center}/referrals", "/v1/coordination/referrals");
            for (var listing : listings) {
                for (var query : queries(listing)) {
                    var status = status(port, listing, query);
                    assertThat(status).as("%s?%s", listing.path(), query).isLessThan(500);
                    statuses.add(status);
                }
            }
            assertThat(statuses).contains(200, 422);
        }
    }

    private int status(int port, Listing listing, String query) throws Exception {
        var token = TestIssuer.token(
                "fuzzer",
                List.of("precinct-system", "center-system", "coordinator"),
                Map.of("command", List.of("PCT-075"), "center", "nypi"));
        var path = listing.path().replace("{center}", "nypi").replace("{command}", "PCT-075");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?" + query))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static List<Listing> listings(int port) {
        var all = new ArrayList<Listing>();
        var paths = new Api(port, "").open("/v3/api-docs").is(200).body().path("paths");
        paths.properties().forEach(path -> {
            var parameters = new ArrayList<String>();
            path.getValue().path("get").path("parameters").forEach(one -> {
                if (one.path("in").asString("").equals("query")) {
                    parameters.add(one.path("name").asString());
                }
            });
            if (!parameters.isEmpty()) {
                all.add(new Listing(path.getKey(), parameters));
            }
        });
        return all;
    }

    private static List<String> queries(Listing listing) {
        var queries = new ArrayList<String>();
        JqwikSession.run(() -> Arbitraries.maps(Arbitraries.of(listing.parameters()), values())
                .ofMinSize(1)
                .ofMaxSize(Math.min(3, listing.parameters().size()))
                .map(QueryFuzzTest::query)
                .sampleStream()
                .limit(QUERIES)
                .forEach(queries::add));
        assertThat(queries).hasSize(QUERIES);
        return queries;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Arbitrary<String> values() {
        var near = Arbitraries.of(
                "",
                "0",
                "1",
                "200",
                "-1",
                "9223372036854775807",
                "CLOSED",
                "CLOSED,OFFERED",
                "OFFERED",
                "ENTERED_IN_ERROR",
                ",",
                "URGENT",
                "NOISE",
                "PCT-075",
                "PSA-2",
                "due",
                "submitted",
                "-submitted",
                "2026-11-25",
                "+999999999-12-31",
                "-999999999-01-01",
                "2026-02-30",
                "query-1",
                "5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11");
        return Arbitraries.frequencyOf(
                Tuple.of(5, near),
                Tuple.of(3, cursors()),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(40)));
    }

    /** Well made, of lists that there are, with places in them that there can't be. */
    private static Arbitrary<String> cursors() {
        var lists = Arbitraries.of(
                "nypi",
                "nypi/DUE",
                "nypi/SUBMITTED",
                "command:PCT-075",
                "coordination/DUE",
                "deliveries/nypi",
                "deliveries/command:PCT-075");
        var parts = Arbitraries.of(
                        "0",
                        "1",
                        "3",
                        "-1",
                        "" + Long.MAX_VALUE,
                        "" + Long.MIN_VALUE,
                        "99999999999999999999",
                        "x",
                        "",
                        "5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return lists.flatMap(list -> parts.map(some -> new Cursor(list, some).text()));
    }
}

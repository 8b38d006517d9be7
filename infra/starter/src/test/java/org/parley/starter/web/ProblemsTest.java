package org.parley.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testing.ParleyTest;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParleyTest
class ProblemsTest {

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {no json                                  | 400 | malformed-json |
            {"size":"SMALL","count":1,"colour":"red"} | 400 | unknown-field  | /colour
            {"size":"SMALL","count":1,"size":"LARGE"} | 400 | malformed-json |
            {"size":"HUGE","count":1}                 | 422 | invalid-field  | /size
            {"count":1}                               | 422 | invalid-field  | /size
            {"size":"SMALL","count":"many"}           | 422 | invalid-field  | /count
            {"size":"SMALL","count":"1"}              | 422 | invalid-field  | /count
            {"size":"SMALL","count":1.5}              | 422 | invalid-field  | /count
            {"size":"SMALL","count":0}                | 422 | invalid-field  | /count
            {"size":"SMALL"}                          | 422 | invalid-field  | /count
            {"size":1,"count":1}                      | 422 | invalid-field  | /size
            {"size":"SMALL","count":1,"at":"today"}   | 422 | invalid-field  | /at
            {"size":"SMALL","count":1,"parts":[{}]}   | 422 | invalid-field  | /parts/0/name
            {"size":"SMALL","count":1,"at":"-0044-03-15T12:00:00Z"} | 422 | invalid-field | /at
            {"size":"SMALL","count":1,"at":"0000-01-01T00:00:00Z"} | 422 | invalid-field | /at
            {"size":"SMALL","count":1,"at":"0001-01-01T00:00:00+18:00"} | 422 | invalid-field | /at
            {"size":"SMALL","count":1,"at":"-999999999-01-01T00:00:00Z"} | 422 | invalid-field | /at
            {"size":"SMALL","count":1,"at":"+10000-01-01T00:00:00Z"} | 422 | invalid-field | /at
            {"size":"SMALL","count":1,"at":1790000000} | 422 | invalid-field  | /at
            {"size":"SMALL","count":1,"parts":[{"name":7}]} | 422 | invalid-field  | /parts/0/name
            []                                        | 422 | invalid-field  |
            {"size":"SMALL","count":1} {}             | 400 | malformed-json |
            """)
    void namesFieldAndRule(String body, int status, String slug, String field) throws Exception {
        var answer = post(body, maker());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(type(answer)).isEqualTo("urn:parley:problem:" + slug);
        if (field != null) {
            assertThat(problem(answer).at("/errors/0/field").asString()).isEqualTo(field);
            assertThat(problem(answer).at("/errors/0/rule").asString()).isNotBlank();
        }
    }

    @Test
    void givesTheCallerWithItsScope() throws Exception {
        var answer = post("{\"size\":\"SMALL\",\"count\":1}", maker());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(problem(answer).at("/by").asString()).isEqualTo("workshop");
        assertThat(problem(answer).at("/covers").asBoolean()).isTrue();
    }

    @Test
    void refusesWithoutAToken() throws Exception {
        assertProblem(post("{}", null), 401, "unauthenticated");
        assertProblem(post("{}", "not.a.token"), 401, "unauthenticated");
    }

    @Test
    void refusesTheWrongRole() throws Exception {
        var answer = post("{\"size\":\"SMALL\",\"count\":1}", TestIssuer.token("guest", List.of("guest"), Map.of()));

        assertProblem(answer, 403, "forbidden");
    }

    @Test
    void refusesATooLargeBodyWhetherAnnouncedOrNot() throws Exception {
        var large = "x".repeat(5_000_000);

        assertProblem(post(large, maker()), 413, "too-large");
        assertProblem(
                send(request(maker())
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("{\"size\":\"" + large)))
                        .build()),
                413,
                "too-large");
    }

    @Test
    void tellsNothingOfAFaultInside() throws Exception {
        var answer = send(request(maker()).uri(uri("/v1/things?page=7")).GET().build());

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void namesAWrongParameterMethodMediaTypeAndPath() throws Exception {
        assertProblem(send(request(maker()).uri(uri("/v1/things?page=x")).GET().build()), 422, "invalid-field");
        assertProblem(send(request(maker()).uri(uri("/v1/things")).DELETE().build()), 405, "method-not-allowed");
        assertProblem(
                send(request(maker())
                        .setHeader("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))
                        .build()),
                415,
                "unsupported-media-type");
        assertProblem(send(request(maker()).uri(uri("/v1/nothing")).GET().build()), 404, "not-found");
        assertProblem(send(request(maker()).uri(uri("/elsewhere")).GET().build()), 404, "not-found");
    }

    @Test
    void opensHealthToEverybodyAndFiguresToTheAdministrator() throws Exception {
        assertThat(send(HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                                .build())
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(uri("/actuator/prometheus")).build())
                        .statusCode())
                .isEqualTo(401);
        var administrator = TestIssuer.token("root", List.of("administrator"), Map.of());
        var figures = send(HttpRequest.newBuilder(uri("/actuator/prometheus"))
                .header("Authorization", "Bearer " + administrator)
                .build());
        assertThat(figures.body())
                .contains("parley_outbox_depth", "parley_outbox_age_seconds", "parley_relay_sent_seconds_count")
                .contains("kafka_producer_record_send_total");
    }

    private static String maker() {
        return TestIssuer.token("workshop", List.of("maker"), Map.of("area", List.of("*")));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(type(answer)).isEqualTo("urn:parley:problem:" + slug);
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String type(HttpResponse<String> answer) {
        return problem(answer).at("/type").asString();
    }

    private HttpResponse<String> post(String body, String token) throws Exception {
        return send(request(token).POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String token) {
        var request = HttpRequest.newBuilder(uri("/v1/things")).header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}

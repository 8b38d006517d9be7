package org.parley.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a copy of the service. */
record Person(int port, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Answer(int status, JsonNode body) {}

    static Person officer(int port, UUID officer) {
        return new Person(
                port,
                TestIssuer.token(
                        "officer-app",
                        List.of("officer"),
                        Map.of("officer", officer.toString(), "command", List.of("PCT-075"))));
    }

    static Person center(int port, String center) {
        return new Person(
                port, TestIssuer.token("center-" + center, List.of("center-system"), Map.of("center", center)));
    }

    static Person coordinator(int port) {
        return new Person(port, TestIssuer.token("coordinator", "coordinator"));
    }

    static Person anybody(int port) {
        return new Person(port, null);
    }

    Answer logsSession(UUID id, Map<String, Object> body) {
        return puts("/v1/sessions/" + id, body);
    }

    Answer logsMicroIntervention(UUID id, Map<String, Object> body) {
        return puts("/v1/micro-interventions/" + id, body);
    }

    Answer readsSession(UUID id) {
        return sends(request("/v1/sessions/" + id).GET());
    }

    Answer readsMicroIntervention(UUID id) {
        return sends(request("/v1/micro-interventions/" + id).GET());
    }

    JsonNode readsApi() {
        return sends(request("/v3/api-docs").GET()).body();
    }

    private Answer puts(String path, Map<String, Object> body) {
        return sends(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer sends(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

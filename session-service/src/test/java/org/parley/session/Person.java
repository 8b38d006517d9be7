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

    /** @param etag empty when there is none */
    record Answer(int status, JsonNode body, String etag) {

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

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

    static Person commander(int port, String command) {
        return new Person(
                port, TestIssuer.token("commander-app", List.of("commander"), Map.of("command", List.of(command))));
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

    Answer logsAll(List<Map<String, Object>> items) {
        return posts("/v1/micro-interventions:batch", Map.of("items", items), null);
    }

    /** @param ifMatch null for none */
    Answer amends(String log, UUID id, Map<String, Object> body, @Nullable String ifMatch) {
        return posts("/v1/" + log + "/" + id + "/amend", body, ifMatch);
    }

    Answer voids(String log, UUID id, String reason) {
        return posts("/v1/" + log + "/" + id + "/void", Map.of("reason", reason), null);
    }

    Answer reads(String path) {
        return sends(request(path).GET());
    }

    Answer posts(String path, Map<String, Object> body, @Nullable String ifMatch) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return sends(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    Answer puts(String path, Map<String, Object> body) {
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
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(answer.body()),
                    answer.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

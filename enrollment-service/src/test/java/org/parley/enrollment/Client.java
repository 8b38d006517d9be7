package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sends requests as they like. */
record Client(int port, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Reply(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }

        Reply is(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        Reply isProblem(int expected, String slug, String... fields) {
            is(expected);
            assertThat(text("/type")).isEqualTo("urn:parley:problem:" + slug);
            assertThat(body.at("/errors")
                            .valueStream()
                            .map(error -> error.at("/field").asString()))
                    .containsAll(List.of(fields));
            return this;
        }
    }

    static Client nobody(int port) {
        return new Client(port, null);
    }

    static Client with(int port, String role, Map<String, Object> claims) {
        return new Client(port, TestIssuer.token(role, List.of(role), claims));
    }

    static Client coordinator(int port) {
        return with(port, "coordinator", Map.of());
    }

    static Client trainer(int port, UUID trainer) {
        return with(port, "trainer", Map.of("trainer", trainer.toString()));
    }

    static Client commander(int port, String command) {
        return with(port, "commander", Map.of("command", List.of(command)));
    }

    static Client officer(int port, UUID officer) {
        return with(port, "officer", Map.of("officer", officer.toString(), "command", List.of("PCT-075")));
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    /** What is no JSON. */
    String text(String path) {
        return body(request(path).GET()).body();
    }

    Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Reply post(String path, Object body) {
        return post(path, JSON.writeValueAsString(body), "application/json");
    }

    Reply post(String path, String body, String mediaType) {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        var answer = body(request);
        return new Reply(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
    }

    private static HttpResponse<String> body(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.parley.enrollment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Arrays;
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

    record Answer(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    static Person coordinator(int port) {
        return new Person(port, TestIssuer.token("coordinator", "coordinator"));
    }

    static Person commander(int port, String command) {
        return new Person(
                port, TestIssuer.token("commander", List.of("commander"), Map.of("command", List.of(command))));
    }

    static Person officer(int port, UUID officer) {
        return new Person(
                port,
                TestIssuer.token(
                        "officer-app",
                        List.of("officer"),
                        Map.of("officer", officer.toString(), "command", List.of("PCT-075"))));
    }

    static Person anybody(int port) {
        return new Person(port, null);
    }

    Answer creates(TrainingPlan plan, String key) {
        return sends(request("/v1/trainings").header("Idempotency-Key", key).POST(json(plan)));
    }

    Answer opens(UUID training) {
        return posts("/v1/trainings/" + training + "/open");
    }

    Answer opens(UUID training, String ifMatch) {
        return sends(request("/v1/trainings/" + training + "/open")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.noBody()));
    }

    Answer reads(UUID training) {
        return gets("/v1/trainings/" + training);
    }

    Answer readsRoster(UUID training) {
        return gets("/v1/trainings/" + training + "/enrollments");
    }

    Answer enrolls(UUID training, UUID... officers) {
        var requests = Arrays.stream(officers)
                .map(officer -> Map.of("officer", officer, "command", "PCT-075", "nco", true))
                .toList();
        return sends(request("/v1/trainings/" + training + "/enrollments").POST(json(Map.of("requests", requests))));
    }

    Answer withdraws(UUID training, UUID officer) {
        return posts("/v1/trainings/" + training + "/enrollments/" + Ids.enrollment(training, officer) + "/withdraw");
    }

    Answer records(UUID training, LocalDate date, UUID... officers) {
        var attended = Arrays.stream(officers)
                .map(officer -> Map.of("officer", officer, "hours", 8))
                .toList();
        return sends(
                request("/v1/trainings/" + training + "/attendance/" + date).PUT(json(Map.of("attended", attended))));
    }

    Answer completes(UUID training) {
        return posts("/v1/trainings/" + training + "/complete");
    }

    Answer checks(UUID certificate) {
        return gets("/v1/certificates/" + certificate);
    }

    Answer readsCertificates(UUID officer) {
        return gets("/v1/officers/" + officer + "/certificates");
    }

    JsonNode readsApi() {
        return gets("/v3/api-docs").body();
    }

    private Answer gets(String path) {
        return sends(request(path).GET());
    }

    private Answer posts(String path) {
        return sends(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
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

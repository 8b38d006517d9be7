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

    static Person trainer(int port, UUID trainer) {
        return new Person(
                port, TestIssuer.token("trainer-app", List.of("trainer"), Map.of("trainer", trainer.toString())));
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

    Answer enrollsAgain(UUID training, UUID officer) {
        var request = Map.of("officer", officer, "command", "PCT-075", "nco", true, "again", true);
        return posts("/v1/trainings/" + training + "/enrollments", Map.of("requests", List.of(request)));
    }

    Answer amends(UUID training, TrainingPlan plan) {
        return sends(request("/v1/trainings/" + training).PUT(json(plan)));
    }

    Answer cancels(UUID training, CancelReason reason) {
        return posts("/v1/trainings/" + training + "/cancel", Map.of("reason", reason));
    }

    Answer reschedules(UUID training, int day, TrainingDay to) {
        return sends(request("/v1/trainings/" + training + "/days/" + day).PUT(json(to)));
    }

    Answer withdraws(UUID training, UUID officer) {
        return posts(enrollment(training, officer) + "/withdraw");
    }

    Answer withdraws(UUID training, UUID officer, WithdrawReason reason) {
        return posts(enrollment(training, officer) + "/withdraw", Map.of("reason", reason));
    }

    Answer approves(UUID training, UUID officer) {
        return posts(enrollment(training, officer) + "/approve");
    }

    Answer declines(UUID training, UUID officer, DeclineReason reason) {
        return posts(enrollment(training, officer) + "/decline", Map.of("reason", reason));
    }

    Answer transfers(UUID training, UUID officer, UUID to) {
        return posts(enrollment(training, officer) + "/transfer", Map.of("to", to));
    }

    Answer readsHistory(UUID training, UUID officer) {
        return gets(enrollment(training, officer) + "/history");
    }

    Answer recordsMadeUp(UUID training, UUID officer, int day, UUID in) {
        return sends(request(enrollment(training, officer) + "/made-up/" + day)
                .PUT(json(Map.of("training", in, "hours", 8))));
    }

    Answer readsCode(UUID training, int day) {
        return gets("/v1/trainings/" + training + "/days/" + day + "/sign-in-code");
    }

    Answer signsIn(UUID training, int day, String code) {
        return posts("/v1/trainings/" + training + "/days/" + day + "/sign-in", Map.of("code", code));
    }

    Answer lists(String query) {
        return gets("/v1/trainings?" + query);
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

    private static String enrollment(UUID training, UUID officer) {
        return "/v1/trainings/" + training + "/enrollments/" + Ids.enrollment(training, officer);
    }

    private Answer posts(String path, Object body) {
        return sends(request(path).POST(json(body)));
    }

    /** As it stands in the matrix of who may do what. */
    Answer does(String method, String path, String body) {
        return sends(
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
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

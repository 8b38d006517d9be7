package org.parley.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.parley.local.Options;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The services as their clients meet them: HTTP, with a token for each client. */
final class Doors implements AutoCloseable {

    /** Enough to keep two cores busy, few enough to leave the machine usable. */
    private static final int AT_ONCE = 8;

    private static final int ATTEMPTS = 30;

    private final Options addresses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Doors(Options addresses) {
        this.addresses = addresses;
    }

    /** What a service said. */
    record Answer(int status, JsonNode body) {

        /** 409: somebody, probably an earlier run, has brought it further already. */
        boolean isConflict() {
            return status == 409;
        }
    }

    Answer post(String client, String service, String path, Map<String, ?> body) {
        return send(client, service, "POST", path, body, Map.of());
    }

    Answer post(String client, String service, String path, Map<String, ?> body, String idempotencyKey) {
        return send(client, service, "POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    Answer put(String client, String service, String path, Map<String, ?> body) {
        return send(client, service, "PUT", path, body, Map.of());
    }

    JsonNode get(String client, String service, String path) {
        return send(client, service, "GET", path, null, Map.of()).body();
    }

    /** Does all of it, a few at once; the first failure is thrown when all others have ended. */
    void all(List<Runnable> tasks) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var futures = new ArrayList<Future<?>>();
            tasks.forEach(task -> futures.add(workers.submit(task)));
            for (var future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(
            String client,
            String service,
            String method,
            String path,
            @Nullable Map<String, ?> body,
            Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(addresses.values().get(service) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(client, this::token))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(body)));
        headers.forEach(request::header);
        var response = sendUntilAnswered(request.build());
        var status = response.statusCode();
        if (status >= 300 && status != 409) {
            throw new IllegalStateException(
                    "%s %s%s answers %d: %s".formatted(method, service, path, status, response.body()));
        }
        return new Answer(status, json(response.body()));
    }

    private String token(String client) {
        var basic = Base64.getEncoder().encodeToString((client + ":" + client).getBytes(UTF_8));
        var response = sendUntilAnswered(
                HttpRequest.newBuilder(URI.create(addresses.values().get("issuer") + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("no token for " + client + ": " + response.statusCode());
        }
        return json(response.body()).path("access_token").asString();
    }

    /** Everything here may be sent twice, so whatever may pass is waited out. */
    private HttpResponse<String> sendUntilAnswered(HttpRequest request) {
        for (var attempt = 1; ; attempt++) {
            try {
                var response = http.send(request, HttpResponse.BodyHandlers.ofString());
                var passing = response.statusCode() >= 500 || response.statusCode() == 429;
                if (!passing || attempt == ATTEMPTS) {
                    return response;
                }
                Thread.sleep(500);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("no answer from " + request.uri(), e);
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode json(String body) {
        return body.isBlank()
                ? JsonNodeFactory.instance.nullNode()
                : JsonMapper.shared().readTree(body);
    }

    @Override
    public void close() {
        http.close();
    }
}

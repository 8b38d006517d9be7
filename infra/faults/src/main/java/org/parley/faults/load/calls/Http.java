package org.parley.faults.load.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks a copy of a service once. */
final class Http implements AutoCloseable {

    /** A machine of one's own takes a connection at once or not at all. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Doors doors;
    private final Duration timeout;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Tokens tokens;

    Http(Doors doors, Duration timeout) {
        this.doors = doors;
        this.timeout = timeout;
        this.tokens = new Tokens(client, doors.issuer(), timeout);
    }

    /** @param turn another one is another copy, where there are several */
    Attempt send(String as, Request request, int turn) {
        try {
            var token = tokens.of(as);
            return send(as, token, built(request, token, turn));
        } catch (IOException noToken) {
            return new Attempt.Unsent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.Unsent();
        }
    }

    private Attempt send(String as, String token, HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                tokens.reject(as, token);
            }
            return new Attempt.Answered(response.statusCode(), read(response.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Attempt.Unsent();
        } catch (IOException e) {
            return new Attempt.Lost();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.Lost();
        }
    }

    private HttpRequest built(Request request, String token, int turn) {
        var body = request.body().isMissingNode()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(request.body()));
        var built = HttpRequest.newBuilder(doors.copy(request.service(), turn).resolve(request.path()))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(request.method(), body);
        request.headers().forEach(built::header);
        return built.build();
    }

    private static JsonNode read(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().getNodeFactory().stringNode(body);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}

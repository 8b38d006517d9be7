package org.parley.casework.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One client of the platform. All that it sends may be sent twice, so what may pass is waited out. */
public final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http;
    private final Token token;
    private final Map<House, URI> houses;

    Client(HttpClient http, Token token, Map<House, URI> houses) {
        this.http = http;
        this.token = token;
        this.houses = houses;
    }

    public Answer get(House house, String path) {
        return get(at(house, path));
    }

    /** By a link that a service gave. */
    public Answer get(URI link) {
        return send("GET", link, BodyPublishers.noBody(), null);
    }

    public Answer post(House house, String path, Object body) {
        return send("POST", at(house, path), json(body), null);
    }

    /** Only if what it is about is still of this version. */
    public Answer post(House house, String path, Object body, long version) {
        return send("POST", at(house, path), json(body), version);
    }

    public Answer put(House house, String path, Object body) {
        return send("PUT", at(house, path), json(body), null);
    }

    public Answer delete(House house, String path) {
        return send("DELETE", at(house, path), BodyPublishers.noBody(), null);
    }

    /** Server-sent events, from after the entry given, or from where the service thinks that the client is. */
    public InputStream stream(House house, String path, @Nullable Long after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(house, path)).header("Authorization", "Bearer " + token.current());
        if (after != null) {
            request.header("Last-Event-ID", after.toString());
        }
        var response = http.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException(path + " is answered " + response.statusCode());
        }
        return response.body();
    }

    private URI at(House house, String path) {
        return Objects.requireNonNull(houses.get(house)).resolve(path);
    }

    private Answer send(String method, URI uri, BodyPublisher body, @Nullable Long version) {
        var since = System.nanoTime();
        for (var attempt = 1; ; attempt++) {
            String why;
            try {
                var bearer = token.current();
                var request = HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .method(method, body);
                if (version != null) {
                    request.header("If-Match", "\"" + version + "\"");
                }
                var response = http.send(request.build(), BodyHandlers.ofString());
                var status = response.statusCode();
                if (status == 401) {
                    token.reject(bearer);
                }
                if (status < 500 && status != 429 && status != 401) {
                    return new Answer(status, read(response.body()), attempt > 1);
                }
                why = uri + " answers " + status;
                Waiting.pause(pause(response));
            } catch (IOException e) {
                why = "no answer from " + uri + " (" + e + ")";
                Waiting.pause(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unexpected("interrupted");
            }
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new Unexpected(why + ", for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private static Duration pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PAUSE);
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank()
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}

package org.parley.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client sees it. */
public record Api(int port, String token) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    public static Api analyst(int port) {
        return new Api(port, TestIssuer.token("analyst", "analyst"));
    }

    public static Api with(int port, String role, Map<String, Object> claims) {
        return new Api(port, TestIssuer.token(role, List.of(role), claims));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public Answer post(String path) {
        return send("POST", path);
    }

    public Answer send(String method, String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A metric by command and type, in the words of {@link Lives}. */
    public Map<String, Long> byCommandAndType(String... metrics) {
        var found = new HashMap<String, Long>();
        for (var metric : metrics) {
            for (var row :
                    get("/v1/metrics/" + metric + "?by=command,type").json().get("rows")) {
                found.put(
                        metric + " " + row.get("command").asString() + " "
                                + row.get("type").asString(),
                        row.get("value").asLong());
            }
        }
        return found;
    }

    /** One command's number. */
    public long of(String metric, String command) {
        for (var row : get("/v1/metrics/" + metric + "?by=command").json().get("rows")) {
            if (command.equals(row.get("command").asString())) {
                return row.get("value").asLong();
            }
        }
        return 0;
    }

    /** One command's numbers, as {@code 2026-11-01 12}. */
    public List<String> byMonth(String metric, String command, String... parameters) {
        var path = "/v1/metrics/" + metric + "?by=command&interval=month" + String.join("", parameters);
        return get(path)
                .json()
                .get("rows")
                .valueStream()
                .filter(row -> command.equals(row.get("command").asString("")))
                .map(row ->
                        row.get("period").asString() + " " + row.get("value").asString("null"))
                .toList();
    }
}

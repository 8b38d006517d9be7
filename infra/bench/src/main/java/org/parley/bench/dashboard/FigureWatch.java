package org.parley.bench.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.parley.bench.harness.Climb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of a dashboard who watches one number: the total of {@code referrals-submitted}. */
final class FigureWatch implements AutoCloseable {

    private static final String FIGURE = "referrals-submitted|all|all|";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Climb total;
    private volatile @Nullable Throwable broken;

    FigureWatch(URI reporting, String token, Climb total) throws IOException, InterruptedException {
        this.total = total;
        var request = HttpRequest.newBuilder(reporting.resolve("/v1/metrics/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("the stream answered " + response.statusCode());
        }
        var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        Thread.ofPlatform()
                .daemon()
                .name("figure-watch")
                .start(() -> watch(lines.lines().iterator()));
    }

    private void watch(Iterator<String> lines) {
        try {
            while (lines.hasNext()) {
                var line = lines.next();
                // Most lines are other figures, and to parse them all would cost more than what is measured.
                if (line.startsWith("data:") && line.contains(FIGURE)) {
                    take(JsonMapper.shared().readTree(line.substring(5)));
                }
            }
        } catch (RuntimeException e) {
            broken = e;
        }
    }

    private void take(JsonNode event) {
        var figures = event.has("figures")
                ? event.get("figures")
                : JsonMapper.shared().createArrayNode().add(event);
        for (var figure : figures) {
            if (figure.get("figure").asString().equals(FIGURE)) {
                total.reached(figure.get("value").asLong());
            }
        }
    }

    /** Throws what ended the watch, if anything did. */
    void check() throws IOException {
        var cause = broken;
        if (cause != null) {
            throw new IOException("the stream broke", cause);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

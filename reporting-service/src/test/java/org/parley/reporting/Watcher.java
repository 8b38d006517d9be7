package org.parley.reporting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A live client, as a dashboard would be. */
public final class Watcher implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Long> values = new ConcurrentHashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    final CopyOnWriteArrayList<String> names = new CopyOnWriteArrayList<>();
    final CopyOnWriteArrayList<String> broken = new CopyOnWriteArrayList<>();
    volatile @Nullable String lastId;

    public static Watcher of(Api api, @Nullable String lastEventId) {
        var watcher = new Watcher();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/v1/metrics/stream"))
                .header("Authorization", "Bearer " + api.token());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        watcher.client
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(response -> watcher.read(response.body()));
        return watcher;
    }

    /** The newest value of each figure. */
    public Map<String, Long> values() {
        return Map.copyOf(values);
    }

    private void read(Stream<String> lines) {
        var name = new String[] {""};
        lines.forEach(line -> {
            if (line.startsWith("event: ")) {
                name[0] = line.substring(7);
                names.add(name[0]);
            } else if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("data: ")) {
                var data = JSON.readTree(line.substring(6));
                if (name[0].equals("snapshot")) {
                    data.get("figures").forEach(this::take);
                } else {
                    take(data);
                }
            }
        });
    }

    private void take(JsonNode figure) {
        var id = figure.get("figure").asString();
        var revision = figure.get("revision").asLong();
        if (revisions.getOrDefault(id, 0L) >= revision) {
            broken.add(id + " fell from " + revisions.get(id) + " to " + revision);
        }
        revisions.put(id, revision);
        values.put(id, figure.get("value").asLong());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package org.parley.referral.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that listens to its inbox (server-sent events). */
final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    /** @param lastEventId of the last entry that it has; it begins after what was acknowledged without */
    static Listener of(Center center, @Nullable String lastEventId) {
        return of(center, lastEventId, _ -> {});
    }

    static Listener of(Center center, @Nullable String lastEventId, Consumer<JsonNode> act) {
        return of(center.mail(), lastEventId, act);
    }

    /** @param act what it does with each entry, in their order */
    static Listener of(Mail mail, @Nullable String lastEventId, Consumer<JsonNode> act) {
        var listener = new Listener();
        var path = "http://127.0.0.1:" + mail.api().port() + mail.of() + "/inbox/stream";
        var request = HttpRequest.newBuilder(URI.create(path))
                .header("Authorization", "Bearer " + mail.api().token());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        listener.client
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body()
                        .filter(line -> line.startsWith("data: "))
                        .map(line -> JsonMapper.shared().readTree(line.substring(6)))
                        .forEach(entry -> {
                            act.accept(entry);
                            listener.heard.add(entry);
                        }));
        return listener;
    }

    List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    List<Long> numbers() {
        return heard.stream().map(entry -> entry.path("n").asLong()).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

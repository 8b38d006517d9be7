package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.casework.books.Entry;
import org.parley.casework.calls.Client;
import tools.jackson.databind.JsonNode;

/** A center's inbox at the platform. */
public record Inbox(String center, Client client) {

    /** What was not acknowledged yet, or what comes after the entry given. */
    public List<Entry> read(@Nullable Long after) {
        var path = path() + "?limit=200" + (after == null ? "" : "&after=" + after);
        var page = client.get(REFERRAL, path).fine(center + "'s inbox");
        var entries = new ArrayList<Entry>();
        page.body().path("entries").forEach(one -> entries.add(entry(one)));
        return entries;
    }

    /** The entry after which everything is unread. */
    long acknowledged() {
        var page = client.get(REFERRAL, path() + "?limit=1").fine(center + "'s inbox");
        var next = page.body().path("next").asLong();
        return page.body().path("entries").isEmpty() ? next : next - 1;
    }

    void acknowledge(long upTo) {
        client.post(REFERRAL, path() + "/ack", Map.of("upTo", upTo)).fine("acknowledging");
    }

    InputStream stream(@Nullable Long after) throws IOException, InterruptedException {
        return client.stream(REFERRAL, path() + "/stream", after);
    }

    static Entry entry(JsonNode one) {
        var deadline = one.path("deadline").asString("");
        return new Entry(
                one.path("n").asLong(),
                one.path("kind").asString(""),
                UUID.fromString(one.path("referral").asString()),
                one.path("offer").asInt(),
                deadline.isEmpty() ? null : Instant.parse(deadline),
                null);
    }

    private String path() {
        return "/v1/centers/" + center + "/inbox";
    }
}

package org.parley.starter.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events on their way to one client, written by the client's own thread: who doesn't read holds up nobody
 * else.
 */
public final class ServerSentEvents {

    private final OutputStream out;

    public ServerSentEvents(OutputStream out) {
        this.out = out;
    }

    /** One event as text, so that several can be written together. */
    public static String event(String name, @Nullable String id, String json) {
        return "event: " + name + "\n" + (id == null ? "" : "id: " + id + "\n") + "data: " + json + "\n\n";
    }

    /** How long a client is to wait before it comes again. */
    public void retryAfter(long millis) throws IOException {
        write("retry: " + millis + "\n\n");
    }

    /** Nothing for the client, but the network sees that somebody is there. */
    public void comment(String text) throws IOException {
        write(": " + text + "\n\n");
    }

    public void write(String events) throws IOException {
        out.write(events.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

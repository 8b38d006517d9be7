package org.parley.bench.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.harness.VoidRun;

/** Posts referrals to whoever takes them under {@code /v1/referrals}, and remembers which were acknowledged. */
public final class Posts {

    private static final byte[] ID = "\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 36;
    private static final int LATEST = 256;

    private final URI address;
    private final String token;
    private final Supplier<byte[]> bodies;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Deque<String> latest = new ConcurrentLinkedDeque<>();

    public Posts(URI address, String token, Supplier<byte[]> bodies) {
        this.address = address;
        this.token = token;
        this.bodies = bodies;
    }

    /** Who wants to know when which post was meant to start. */
    @FunctionalInterface
    public interface Listener {
        void posted(String id, long intended);
    }

    public Work client() {
        return client((_, _) -> {});
    }

    public Work client(Listener listener) {
        var connection = new Connection(address);
        var head = connection.head(
                "POST", "/v1/referrals", "Authorization", "Bearer " + token, "Content-Type", "application/json");
        return intended -> {
            var answer = connection.send(head, bodies.get());
            VoidRun.unless(answer.status() == 201, "a post was answered %d: %s", answer.status(), answer.text());
            var id = id(answer.body());
            VoidRun.unless(acknowledged.add(id), "%s was given twice", id);
            latest.add(id);
            if (acknowledged.size() > LATEST) {
                latest.poll();
            }
            listener.posted(id, intended);
        };
    }

    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Those acknowledged last. */
    Collection<String> latest() {
        return List.copyOf(latest);
    }

    private static String id(byte[] body) {
        for (var at = 0; at + ID.length + ID_LENGTH <= body.length; at++) {
            if (java.util.Arrays.equals(body, at, at + ID.length, ID, 0, ID.length)) {
                return new String(body, at + ID.length, ID_LENGTH, StandardCharsets.US_ASCII);
            }
        }
        throw new VoidRun("a post was answered without an id: " + new String(body, StandardCharsets.UTF_8));
    }
}

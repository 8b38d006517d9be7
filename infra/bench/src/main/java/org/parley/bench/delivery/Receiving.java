package org.parley.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.VoidRun;

/** The receivers' process, seen from here. */
final class Receiving {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final URI address;

    Receiving(Ground ground) {
        address = ground.main("receivers", Receivers.class.getName()).address();
    }

    /** Begins a new book; says where each endpoint is. */
    Map<String, URI> behave(Collection<Hook> hooks) {
        var lines = hooks.stream()
                .map(hook -> hook.center() + " " + hook.behaviour())
                .collect(Collectors.joining("\n"));
        return ask("/behave", lines)
                .lines()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(
                        words -> words[0], words -> URI.create("http://127.0.0.1:" + words[1] + "/hooks/" + words[0])));
    }

    /** Returns when so many deliveries have been taken, each counted once. */
    void await(long deliveries) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (var taken = taken(); taken < deliveries; taken = taken()) {
            VoidRun.unless(System.nanoTime() < until, "lost: %d of %d deliveries were taken", taken, deliveries);
            LockSupport.parkNanos(200_000_000);
        }
    }

    private long taken() {
        return Long.parseLong(ask("/taken", ""));
    }

    List<Receipt> receipts() {
        return ask("/receipts", "").lines().map(Receipt::of).toList();
    }

    private String ask(String path, String body) {
        try (var connection = new Connection(address)) {
            var answer = connection.send(connection.head("POST", path), body.getBytes(UTF_8));
            VoidRun.unless(answer.status() == 200, "the receivers answered %d", answer.status());
            return answer.text();
        } catch (IOException e) {
            throw new VoidRun("the receivers do not answer", e);
        }
    }
}

package org.parley.bench.stage;

import java.net.URI;
import java.util.function.Supplier;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.harness.VoidRun;

/** The first stage: a request is read, its JSON parsed, and answered with JSON. Also what the load can be at most. */
public final class EchoStage {

    private final URI address;
    private final Supplier<byte[]> bodies;

    public EchoStage(Ground ground, Supplier<byte[]> bodies) {
        this.address = ground.main("echo", Echo.class.getName()).address();
        this.bodies = bodies;
    }

    public Work client() {
        var connection = new Connection(address);
        var head = connection.head("POST", "/", "Content-Type", "application/json");
        return _ -> {
            var answer = connection.send(head, bodies.get());
            VoidRun.unless(answer.status() == 200, "the echo answered %d", answer.status());
        };
    }
}

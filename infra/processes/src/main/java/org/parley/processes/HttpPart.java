package org.parley.processes;

import java.net.URI;
import java.time.Duration;

/** A part that speaks HTTP and says there whether it is ready. */
public record HttpPart(Child child, URI address) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** On the same port as before; ready some seconds later. */
    public HttpPart begin() {
        child.begin();
        return this;
    }

    public void awaitReady() {
        child.awaitAnswer(address.resolve("/actuator/health/readiness"), PATIENCE);
    }

    public void kill() {
        child.kill();
    }
}

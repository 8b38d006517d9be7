package org.parley.faults.platform;

import org.parley.processes.HttpPart;
import org.parley.processes.Service;

/** One copy of a service, with its own ways to store and broker. */
public record Copy(Service service, int number, Part part, HttpPart http, Proxy store, Proxy broker) {

    public String name() {
        return part.name();
    }
}

package org.parley.faults.load.calls;

import java.util.Map;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One request of a service, whichever copy takes it.
 *
 * @param body a missing node for none
 */
public record Request(Service service, String method, String path, JsonNode body, Map<String, String> headers) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(Service service, String path) {
        return new Request(service, "GET", path, MissingNode.getInstance(), Map.of());
    }

    public static Request post(Service service, String path, JsonNode body) {
        return new Request(service, "POST", path, body, Map.of());
    }

    public static Request put(Service service, String path, JsonNode body) {
        return new Request(service, "PUT", path, body, Map.of());
    }

    public Request with(String header, String value) {
        return new Request(service, method, path, body, Map.of(header, value));
    }
}

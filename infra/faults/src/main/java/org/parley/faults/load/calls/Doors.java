package org.parley.faults.load.calls;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.processes.Service;

/**
 * Where the platform is.
 *
 * @param services all copies of each, asked in turn; any of them may be away
 * @param kafka bootstrap servers
 * @param intake the topic for referrals, as it is called there
 */
public record Doors(URI issuer, Map<Service, List<URI>> services, String kafka, String intake) {

    public static final String INTAKE = "parley.intake.v1";

    public Doors {
        services = services.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        for (var service : Service.values()) {
            if (services.getOrDefault(service, List.of()).isEmpty()) {
                throw new IllegalArgumentException("no address of " + service);
            }
        }
    }

    /** The platform that {@code infra/up} starts with the same environment. */
    public static Doors local(Map<String, String> environment) {
        return new Doors(
                address(environment, "ISSUER", 8080),
                Map.of(
                        Service.ENROLLMENT, List.of(address(environment, "ENROLLMENT", 8081)),
                        Service.SESSION, List.of(address(environment, "SESSION", 8082)),
                        Service.REFERRAL, List.of(address(environment, "REFERRAL", 8083)),
                        Service.REPORTING, List.of(address(environment, "REPORTING", 8084))),
                environment.getOrDefault("PARLEY_KAFKA", "127.0.0.1:" + port(environment, "KAFKA", 9092)),
                environment.getOrDefault("PARLEY_TOPIC_PREFIX", "") + INTAKE);
    }

    /** The copy to ask at this turn: the next one at the next. */
    URI copy(Service service, int turn) {
        var copies = services.getOrDefault(service, List.of());
        return copies.get(Math.floorMod(turn, copies.size()));
    }

    private static URI address(Map<String, String> environment, String part, int usual) {
        return URI.create("http://127.0.0.1:" + port(environment, part, usual));
    }

    private static String port(Map<String, String> environment, String part, int usual) {
        return environment.getOrDefault("PARLEY_PORT_" + part, Integer.toString(usual));
    }
}

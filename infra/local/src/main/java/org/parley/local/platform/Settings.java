package org.parley.local.platform;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says.
 *
 * @param root the checkout
 * @param home where this platform keeps its data, logs and state
 * @param mongodbUri a store to use instead of one of our own
 * @param kafka a broker to use instead of one of our own
 * @param startCaches whether parts start from caches of their classes, and write them where there are none
 */
record Settings(
        Path root,
        Path home,
        Map<Part, Integer> ports,
        @Nullable String mongodbUri,
        @Nullable String kafka,
        boolean startCaches) {

    Settings {
        ports = Map.copyOf(ports);
    }

    static Settings of(Path root, Map<String, String> environment) {
        var home = set(environment, "PARLEY_LOCAL_DIR");
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            var port = set(environment, part.setting());
            ports.put(part, port == null ? part.usualPort() : port(part.setting(), port));
        }
        return new Settings(
                root,
                home == null ? root.resolve("infra/.local") : Path.of(home).toAbsolutePath(),
                ports,
                set(environment, "PARLEY_MONGODB_URI"),
                set(environment, "PARLEY_KAFKA"),
                !"off".equals(environment.get("PARLEY_START_CACHES")));
    }

    /** On the ports of a platform that runs. */
    Settings at(Map<Part, Integer> runningPorts) {
        var all = new EnumMap<>(ports);
        all.putAll(runningPorts);
        return new Settings(root, home, all, mongodbUri, kafka, startCaches);
    }

    /** The parts that run as processes of ours. */
    List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part -> !(part == Part.STORE && mongodbUri != null) && !(part == Part.BROKER && kafka != null))
                .toList();
    }

    int port(Part part) {
        var port = ports.get(part);
        if (port == null) {
            throw new IllegalStateException("no port for " + part);
        }
        return port;
    }

    String address(Part part) {
        return "http://127.0.0.1:" + port(part);
    }

    String storeAddress() {
        return mongodbUri == null ? "mongodb://127.0.0.1:" + port(Part.STORE) : mongodbUri;
    }

    String brokerAddress() {
        return kafka == null ? "127.0.0.1:" + port(Part.BROKER) : kafka;
    }

    Path data() {
        return home.resolve("data");
    }

    Path log(Part part) {
        return home.resolve("logs").resolve(part.label() + ".log");
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static int port(String setting, String value) {
        try {
            var port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Stop(setting + " is not a port: " + value);
    }
}

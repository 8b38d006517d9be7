package org.parley.local.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor leaves for the other commands: which processes there are, and where.
 *
 * @param finished whether all parts were ready once, and the demonstration was played if there was one to play
 * @param recording whether some part will write its start-up cache when it ends
 */
record State(
        boolean finished, boolean recording, Running supervisor, Map<Part, Running> parts, Map<Part, Integer> ports) {

    private static final String FILE = "platform.properties";

    /** A process, told apart by its start from a later one with the same number. */
    record Running(long pid, Instant started) {

        static Running of(ProcessHandle process) {
            return new Running(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(found ->
                            found.info().startInstant().orElse(Instant.EPOCH).equals(started));
        }
    }

    State {
        parts = Map.copyOf(parts);
        ports = Map.copyOf(ports);
    }

    static Optional<State> read(Path home) {
        var file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var supervisor = running(kept, "supervisor");
        if (supervisor == null) {
            return Optional.empty();
        }
        var parts = new EnumMap<Part, Running>(Part.class);
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            var running = running(kept, part.label());
            if (running != null) {
                parts.put(part, running);
            }
            var port = kept.getProperty(part.label() + ".port");
            if (port != null) {
                ports.put(part, Integer.valueOf(port));
            }
        }
        return Optional.of(new State(
                Boolean.parseBoolean(kept.getProperty("finished")),
                Boolean.parseBoolean(kept.getProperty("recording")),
                supervisor,
                parts,
                ports));
    }

    void write(Path home) {
        var kept = new Properties();
        kept.setProperty("finished", Boolean.toString(finished));
        kept.setProperty("recording", Boolean.toString(recording));
        put(kept, "supervisor", supervisor);
        parts.forEach((part, running) -> put(kept, part.label(), running));
        ports.forEach((part, port) -> kept.setProperty(part.label() + ".port", port.toString()));
        try {
            Files.createDirectories(home);
            var draft = home.resolve(FILE + ".draft");
            try (var writer = Files.newBufferedWriter(draft)) {
                kept.store(writer, "Processes of this platform; written by infra/up");
            }
            Files.move(draft, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path home) {
        try {
            Files.deleteIfExists(home.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Properties kept, String name, Running running) {
        kept.setProperty(name + ".pid", Long.toString(running.pid()));
        kept.setProperty(name + ".started", running.started().toString());
    }

    private static @Nullable Running running(Properties kept, String name) {
        var pid = kept.getProperty(name + ".pid");
        return pid == null
                ? null
                : new Running(Long.parseLong(pid), Instant.parse(requireNonNull(kept.getProperty(name + ".started"))));
    }
}

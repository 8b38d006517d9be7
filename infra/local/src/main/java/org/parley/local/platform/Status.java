package org.parley.local.platform;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer of {@code infra/status}. */
final class Status {

    /** As service managers use it for «not running». */
    private static final int NOT_RUNNING = 3;

    private Status() {}

    /** @return the exit code: 0 when all parts are ready, 1 when one is not, 3 when the platform does not run */
    static int print(Settings named) {
        var state = State.read(named.home());
        if (state.isEmpty() || state.get().supervisor().handle().isEmpty()) {
            var left = state.map(one -> one.parts().values().stream()
                            .filter(part -> part.handle().isPresent())
                            .count())
                    .orElse(0L);
            System.out.println(
                    left == 0
                            ? "Parley does not run. infra/up starts it."
                            : "The supervisor was killed, and %d parts are left. infra/down ends them; infra/up does, too."
                                    .formatted(left));
            return NOT_RUNNING;
        }
        return print(named.at(state.get().ports()), state.get());
    }

    private static int print(Settings settings, State state) {
        var total = 0L;
        var allReady = true;
        System.out.println("part          pid    port  health         up   memory");
        for (var part : Part.values()) {
            var running = state.parts().get(part);
            if (running == null) {
                continue;
            }
            var alive = running.handle().isPresent();
            var ready = alive && Probe.isReady(part, settings);
            allReady &= ready;
            var memory = Memory.of(running.pid());
            total += memory.orElse(0);
            row(part.label(), running, settings.port(part), !alive ? "gone" : ready ? "ready" : "not ready");
        }
        row("supervisor", state.supervisor(), null, "running");
        total += Memory.of(state.supervisor().pid()).orElse(0);
        if (total > 0) {
            System.out.println("all parts together: %d MiB (PSS)".formatted(total / 1024));
        }
        return allReady ? 0 : 1;
    }

    private static void row(String name, State.Running running, @Nullable Integer port, String health) {
        var memory = Memory.of(running.pid());
        System.out.println("%-10s %7d  %6s  %-9s %8s  %s"
                .formatted(
                        name,
                        running.pid(),
                        port == null ? "" : port.toString(),
                        health,
                        uptime(Duration.between(running.started(), Instant.now())),
                        memory.isPresent() ? "%4d MiB".formatted(memory.getAsLong() / 1024) : "   -"));
    }

    private static String uptime(Duration up) {
        return "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
    }
}

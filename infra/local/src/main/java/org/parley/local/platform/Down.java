package org.parley.local.platform;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code infra/down}. */
final class Down {

    /** Longer than the supervisor waits for its parts. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PATIENCE_WHILE_RECORDING = Duration.ofMinutes(10);

    private Down() {}

    static int run(Settings settings) throws InterruptedException {
        var state = State.read(settings.home());
        var supervisor = state.flatMap(one -> one.supervisor().handle());
        if (state.isEmpty() || supervisor.isEmpty()) {
            var orphans = Orphans.end(settings.home());
            System.out.println(
                    orphans == 0 ? "Parley does not run." : "Ended %d parts without a supervisor.".formatted(orphans));
            return 0;
        }
        if (state.get().recording()) {
            System.out.println(
                    "Ending all parts, and writing what makes the next start quick; this once takes a minute");
        }
        supervisor.get().destroy();
        try {
            var patience = state.get().recording() ? PATIENCE_WHILE_RECORDING : PATIENCE;
            supervisor.get().onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            System.out.println("The supervisor does not end and is killed.");
            supervisor.get().destroyForcibly();
            supervisor.get().onExit().join();
            Orphans.end(settings.home());
        }
        System.out.println("Parley has ended. Its data stays in " + settings.data() + ".");
        return 0;
    }
}

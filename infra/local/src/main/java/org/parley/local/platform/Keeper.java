package org.parley.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one process running: what dies is reported and started again, each time a little later. */
final class Keeper {

    /** Starts the process anew. */
    interface Launch {
        Process start() throws IOException;
    }

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Who lived so long has recovered. */
    private static final Duration RECOVERED = Duration.ofMinutes(1);

    private final String name;
    private final Launch launch;
    private final Duration firstPause;
    private final Consumer<String> report;
    private final Runnable changed;

    private @Nullable Process process;
    private int deaths;
    private boolean ending;

    /**
     * @param report told in words what happened
     * @param changed told whenever there is another process
     */
    Keeper(String name, Launch launch, Duration firstPause, Consumer<String> report, Runnable changed) {
        this.name = name;
        this.launch = launch;
        this.firstPause = firstPause;
        this.report = report;
        this.changed = changed;
    }

    void start() {
        launch();
        Thread.ofVirtual().name("keeper-" + name).start(this::keep);
    }

    /** How often it has died by itself. */
    synchronized int deaths() {
        return deaths;
    }

    synchronized @Nullable Process process() {
        return process;
    }

    /** From now on it may end without being started again: a Ctrl-C reaches all processes at once. */
    synchronized void letGo() {
        ending = true;
        notifyAll();
    }

    /**
     * Asks the process to end, and ends it when it takes longer than it may.
     *
     * @return whether it ended by itself
     */
    boolean end(Duration patience) {
        letGo();
        var last = process();
        if (last == null) {
            return true;
        }
        last.destroy();
        try {
            if (last.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            report.accept("%s does not end and is killed".formatted(name));
            last.descendants().forEach(ProcessHandle::destroyForcibly);
            last.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last.destroyForcibly();
        }
        return false;
    }

    private void keep() {
        var pause = firstPause;
        try {
            while (true) {
                var running = launched();
                var since = Instant.now();
                var exit = running.waitFor();
                // of a Ctrl-C this process may only have heard sooner than we did
                if (pauseOrEnd(Duration.ofMillis(300))) {
                    return;
                }
                pause = Duration.between(since, Instant.now()).compareTo(RECOVERED) > 0 ? firstPause : pause;
                synchronized (this) {
                    deaths++;
                }
                report.accept("%s ended (exit code %d); it starts again in %.0f s"
                        .formatted(name, exit, pause.toMillis() / 1000.0));
                if (pauseOrEnd(pause)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launch() {
        synchronized (this) {
            if (ending) {
                return;
            }
            try {
                process = launch.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        changed.run();
    }

    private synchronized Process launched() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    /** @return whether it shall end */
    private synchronized boolean pauseOrEnd(Duration pause) throws InterruptedException {
        var until = Instant.now().plus(pause);
        while (!ending) {
            var left = Duration.between(Instant.now(), until).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}

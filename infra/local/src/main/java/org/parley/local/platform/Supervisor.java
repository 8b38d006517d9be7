package org.parley.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs all parts until it is told to end. */
final class Supervisor {

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(10);
    private static final int DEATHS_AT_START = 3;
    private static final Set<Part> BACKING = EnumSet.of(Part.ISSUER, Part.STORE, Part.BROKER);

    private final Settings settings;
    private final Map<Part, Launcher> launchers = new EnumMap<>(Part.class);
    private final Map<Part, Keeper> keepers = new EnumMap<>(Part.class);
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean finished;
    private boolean ending;

    Supervisor(Settings settings) {
        this.settings = settings;
    }

    /** Returns when all has ended. */
    void run(boolean reset, boolean demo) throws InterruptedException {
        var begin = Instant.now();
        try (var _ = OnlyOne.in(settings.home())) {
            Orphans.end(settings.home());
            Ports.check(settings);
            NamedServers.check(settings);
            if (reset) {
                Folders.delete(settings.data());
            }
            say("Starting Parley; its data is in " + settings.data());
            settings.parts().forEach(part -> launchers.put(part, new Launcher(part, settings)));
            if (isRecording()) {
                say("The first start is the slowest: what makes the next ones quick is written when it ends.");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
            try {
                start(parts(true), begin);
                start(parts(false), begin);
                var start = Duration.between(begin, Instant.now());
                if (demo && !isEnding()) {
                    Demonstration.play(settings);
                }
                if (!isEnding()) {
                    say(Greeting.text(settings, start));
                    finish();
                }
            } catch (Stop failed) {
                say(failed.reason());
                end(Duration.ofSeconds(25));
                throw new Stop("Parley did not start.");
            }
            ended.await();
        }
    }

    private List<Part> parts(boolean backing) {
        return settings.parts().stream()
                .filter(part -> BACKING.contains(part) == backing)
                .toList();
    }

    private synchronized void finish() {
        finished = true;
        writeState();
    }

    private void start(Collection<Part> parts, Instant begin) throws InterruptedException {
        for (var part : parts) {
            var launcher = launchers.get(part);
            if (launcher == null) {
                throw new IllegalStateException(part.label());
            }
            var keeper = new Keeper(
                    part.label(),
                    launcher,
                    Duration.ofSeconds(1),
                    death -> say(death + "; its log is " + settings.log(part)),
                    this::writeState);
            synchronized (this) {
                if (ending) {
                    return;
                }
                keepers.put(part, keeper);
            }
            keeper.start();
        }
        awaitReady(EnumSet.copyOf(parts), begin);
    }

    private void awaitReady(Set<Part> waiting, Instant begin) throws InterruptedException {
        var until = begin.plus(PATIENCE_AT_START);
        while (!waiting.isEmpty() && !isEnding()) {
            waiting.removeIf(part -> {
                var ready = Probe.isReady(part, settings);
                if (ready) {
                    say("  %-11s ready after %4.1f s".formatted(part.label(), secondsSince(begin)));
                }
                return ready;
            });
            for (var part : waiting) {
                giveUpWhereHopeless(part, Instant.now().isAfter(until));
            }
            Thread.sleep(150);
        }
    }

    private void giveUpWhereHopeless(Part part, boolean late) {
        var keeper = keepers.get(part);
        if (late || (keeper != null && keeper.deaths() >= DEATHS_AT_START)) {
            throw new Stop("%s does not become ready. The end of its log, %s:%n%n%s"
                    .formatted(part.label(), settings.log(part), LogTail.of(settings.log(part))));
        }
    }

    /** The services first, while what they write to is still there. Runs on the way out, however that was taken. */
    private void end() {
        // a start that was broken off is no good pattern for later ones
        end(Duration.ofSeconds(isRecording() && isFinished() ? 240 : 25));
    }

    private void end(Duration patience) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
        }
        if (!keepers.isEmpty()) {
            say(
                    isRecording() && isFinished()
                            ? "Ending all parts, and writing what makes the next start quick; this once takes a minute"
                            : "Ending all parts");
        }
        keepers.values().forEach(Keeper::letGo);
        end(keepers.keySet().stream().filter(part -> !BACKING.contains(part)).toList(), patience);
        end(keepers.keySet().stream().filter(BACKING::contains).toList(), patience);
        State.forget(settings.home());
        if (!keepers.isEmpty()) {
            say("Parley has ended");
        }
        ended.countDown();
    }

    private void end(List<Part> parts, Duration patience) {
        var threads = parts.stream()
                .map(part -> Thread.ofPlatform().start(() -> {
                    var keeper = keepers.get(part);
                    var launcher = launchers.get(part);
                    if (keeper != null && launcher != null) {
                        launcher.ended(keeper.end(patience) && isFinished());
                    }
                }))
                .toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRecording() {
        return launchers.values().stream().anyMatch(Launcher::isRecording);
    }

    private synchronized boolean isFinished() {
        return finished;
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    private synchronized void writeState() {
        if (ending) {
            return;
        }
        var running = new EnumMap<Part, State.Running>(Part.class);
        keepers.forEach((part, keeper) -> {
            var process = keeper.process();
            if (process != null) {
                running.put(part, State.Running.of(process.toHandle()));
            }
        });
        new State(finished, isRecording(), State.Running.of(ProcessHandle.current()), running, settings.ports())
                .write(settings.home());
    }

    private static double secondsSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}

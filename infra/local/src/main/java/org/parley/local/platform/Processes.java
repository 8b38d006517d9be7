package org.parley.local.platform;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The processes of one platform, and what other commands may know of them. */
final class Processes {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration PATIENCE_WHILE_WRITING_CACHES = Duration.ofMinutes(4);

    private final Settings settings;
    private final Map<Part, Launcher> launchers = new EnumMap<>(Part.class);
    private final Map<Part, Keeper> keepers = new EnumMap<>(Part.class);
    private boolean started;
    private boolean ending;

    Processes(Settings settings) {
        this.settings = settings;
    }

    void prepare() {
        settings.parts().forEach(part -> launchers.put(part, new Launcher(part, settings)));
    }

    void start(List<Part> parts) {
        for (var part : parts) {
            Keeper keeper;
            synchronized (this) {
                var launcher = launchers.get(part);
                if (ending || launcher == null) {
                    return;
                }
                keeper = new Keeper(
                        part.label(),
                        launcher,
                        FIRST_PAUSE,
                        death -> System.out.println(death + "; its log is " + settings.log(part)),
                        this::tellOthers);
                keepers.put(part, keeper);
            }
            keeper.start();
        }
    }

    /** All parts were ready once: from here on, what they load is a good pattern for later starts. */
    synchronized void started() {
        started = true;
        tellOthers();
    }

    /** Whether some part will write its cache when it ends. */
    boolean isRecording() {
        return launchers.values().stream().anyMatch(Launcher::isRecording);
    }

    synchronized boolean areEnding() {
        return ending;
    }

    synchronized int deaths(Part part) {
        var keeper = keepers.get(part);
        return keeper == null ? 0 : keeper.deaths();
    }

    /** The services first, while what they write to is still there. */
    void end() {
        boolean writing;
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            writing = started && isRecording();
        }
        if (keepers.isEmpty()) {
            return;
        }
        System.out.println(
                writing
                        ? "Ending all parts, and writing what makes the next start quick; this once takes a minute"
                        : "Ending all parts");
        keepers.values().forEach(Keeper::letGo);
        var patience = writing ? PATIENCE_WHILE_WRITING_CACHES : PATIENCE;
        end(true, patience);
        end(false, patience);
        State.forget(settings.home());
        System.out.println("Parley has ended");
    }

    private void end(boolean services, Duration patience) {
        var threads = keepers.entrySet().stream()
                .filter(kept -> (kept.getKey().module() != null) == services)
                .map(kept -> Thread.ofPlatform().start(() -> end(kept.getKey(), kept.getValue(), patience)))
                .toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Part part, Keeper keeper, Duration patience) {
        var byItself = keeper.end(patience);
        var launcher = launchers.get(part);
        if (launcher != null) {
            launcher.ended(byItself && started);
        }
    }

    private synchronized void tellOthers() {
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
        new State(started, isRecording(), State.Running.of(ProcessHandle.current()), running, settings.ports())
                .write(settings.home());
    }
}

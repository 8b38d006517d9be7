package org.parley.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.parley.processes.Folders;

/** Runs all parts until it is told to end. */
final class Supervisor {

    /** A service makes its topics and indexes first of all. The issuer is asked only when somebody comes with a token. */
    private static final Set<Part> NEEDED_BY_SERVICES = EnumSet.of(Part.STORE, Part.BROKER);

    private final Settings settings;
    private final Processes processes;
    private final CountDownLatch ended = new CountDownLatch(1);

    Supervisor(Settings settings) {
        this.settings = settings;
        this.processes = new Processes(settings);
    }

    /** Returns when all has ended. */
    void run(boolean reset, boolean demo) throws InterruptedException {
        try (var _ = OnlyOne.in(settings.home())) {
            Orphans.end(settings.home());
            Ports.check(settings);
            NamedServers.check(settings);
            if (reset) {
                reset();
            }
            processes.prepare();
            System.out.println("Starting Parley; its data is in " + settings.data());
            if (processes.isRecording()) {
                System.out.println(
                        "The first start is the slowest: what makes the next ones quick is written when it ends.");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
            try {
                start(demo);
            } catch (Stop failed) {
                System.out.println(failed.reason());
                end();
                throw new Stop("Parley did not start.");
            }
            ended.await();
        }
    }

    /** Only what we have put there: the folder may be one that somebody else uses, too. */
    private void reset() {
        for (var ours : List.of("broker", "store.db", "issuer", "demo-played")) {
            Folders.delete(settings.data().resolve(ours));
        }
        if (settings.mongodbUri() != null || settings.kafka() != null) {
            System.out.println("--reset leaves the servers alone that PARLEY_MONGODB_URI and PARLEY_KAFKA name.");
        }
    }

    private void start(boolean demo) throws InterruptedException {
        var begin = Instant.now();
        var readiness = new Readiness(settings, processes, begin);
        processes.start(parts(false));
        readiness.await(NEEDED_BY_SERVICES);
        processes.start(parts(true));
        readiness.await(EnumSet.allOf(Part.class));
        var start = Duration.between(begin, Instant.now());
        if (demo && !processes.areEnding()) {
            var exit = Demonstration.USUAL.play(settings);
            if (exit != 0) {
                System.out.println("The demonstration was not played to its end (exit code " + exit
                        + "); infra/demo goes on where it stopped.");
            }
        }
        if (!processes.areEnding()) {
            System.out.println(Greeting.text(settings, start));
            processes.started();
        }
    }

    private List<Part> parts(boolean services) {
        return settings.parts().stream()
                .filter(part -> (part.module() != null) == services)
                .toList();
    }

    /** Runs on the way out, however that was taken. */
    private void end() {
        processes.end();
        ended.countDown();
    }
}

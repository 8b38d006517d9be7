package org.parley.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Waits until parts serve, and tells who does. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(150);
    private static final int DEATHS = 3;

    private final Settings settings;
    private final Processes processes;
    private final Instant begin;
    private final Set<Part> ready = EnumSet.noneOf(Part.class);

    Readiness(Settings settings, Processes processes, Instant begin) {
        this.settings = settings;
        this.processes = processes;
        this.begin = begin;
    }

    /** Those of the given parts that are ours. Returns early when everything is being ended. */
    void await(Collection<Part> parts) throws InterruptedException {
        while (!processes.areEnding()) {
            var waiting = EnumSet.copyOf(settings.parts());
            waiting.retainAll(parts);
            waiting.removeAll(ready);
            if (waiting.isEmpty()) {
                return;
            }
            waiting.forEach(this::ask);
            Thread.sleep(BETWEEN_QUESTIONS);
        }
    }

    private void ask(Part part) {
        var waited = Duration.between(begin, Instant.now());
        if (Probe.isReady(part, settings)) {
            ready.add(part);
            System.out.println("  %-11s ready after %4.1f s".formatted(part.label(), waited.toMillis() / 1000.0));
        } else if (waited.compareTo(PATIENCE) > 0 || processes.deaths(part) >= DEATHS) {
            throw new Stop("%s does not become ready. The end of its log, %s:%n%n%s"
                    .formatted(part.label(), settings.log(part), LogTail.of(settings.log(part))));
        }
    }
}

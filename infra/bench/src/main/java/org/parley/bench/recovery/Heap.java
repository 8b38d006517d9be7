package org.parley.bench.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.bench.harness.Figures;

/**
 * A process's heap, looked at twice a second from outside. It goes up and down with every collection, so what tells
 * whether it grows is the least of each quarter.
 */
final class Heap implements AutoCloseable {

    static final String PEAK = "heap peak MB";
    static final String SECOND_QUARTER = "heap floor of the second quarter MB";
    static final String LAST_QUARTER = "heap floor of the last quarter MB";

    private static final long PAUSE_MILLIS = 500;
    private static final double KB_PER_MB = 1024;

    private final List<Double> used = Collections.synchronizedList(new ArrayList<>());
    private final Thread looking;

    Heap(long pid) {
        looking = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    used.add(now(pid));
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException | IllegalStateException over) {
                // that was all
            }
        });
    }

    Figures figures() {
        looking.interrupt();
        var seen = List.copyOf(used);
        var quarter = Math.max(1, seen.size() / 4);
        return Figures.of(PEAK, Collections.max(seen))
                .and(SECOND_QUARTER, floor(seen, quarter, 2 * quarter))
                .and(LAST_QUARTER, floor(seen, seen.size() - quarter, seen.size()));
    }

    private static double floor(List<Double> seen, int from, int to) {
        var part = seen.subList(Math.min(from, seen.size() - 1), Math.min(to, seen.size()));
        return Collections.min(part.isEmpty() ? seen : part);
    }

    /** Eden, survivors and old: the columns EU, S0U, S1U and OU of {@code jstat -gc}. */
    private static double now(long pid) {
        try {
            var jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
            var process = new ProcessBuilder(jstat.toString(), "-gc", Long.toString(pid)).start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.size() < 2) {
                throw new IllegalStateException("it has ended");
            }
            var names = List.of(lines.get(0).strip().split("\\s+", -1));
            var values = lines.get(1).strip().split("\\s+", -1);
            return List.of("S0U", "S1U", "EU", "OU").stream()
                            .mapToDouble(name -> Double.parseDouble(values[names.indexOf(name)]))
                            .sum()
                    / KB_PER_MB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}

package org.parley.faults.look;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.parley.faults.platform.Platform;

/** Waits until nothing is on its way any more. */
public final class Calm {

    private static final Duration LOOKS = Duration.ofMillis(500);
    private static final Duration STANDS_STILL = Duration.ofSeconds(30);
    /** A late record is seen and put right within one of them. */
    private static final int LOOKS_ALIKE = 4;

    private Calm() {}

    /**
     * @param undelivered webhooks that are owed: a center → how many
     * @return what is still under way when the patience is at its end; empty when all is calm
     */
    public static Map<String, Long> await(Platform platform, Supplier<Map<String, Long>> undelivered, Duration patience)
            throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        Map<String, Long> open = Map.of("everything", 1L);
        var alike = new HashSet<Long>();
        var seen = 0;
        try (var topics = new Topics(platform.kafka());
                var stores = new Stores(platform.mongodbUri())) {
            while (System.nanoTime() < until) {
                open = open(topics, stores, undelivered);
                seen = open.isEmpty() && Set.of(topics.published()).equals(alike) ? seen + 1 : 0;
                if (seen >= LOOKS_ALIKE) {
                    return Map.of();
                }
                alike.clear();
                alike.add(topics.published());
                TimeUnit.MILLISECONDS.sleep(LOOKS.toMillis());
            }
        }
        return open;
    }

    /** What is read again and again until it is as expected, or until it has stood still for as long as it may take. */
    public static <T> T still(Supplier<T> read, T expected, Duration patience) throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        var last = read.get();
        while (!last.equals(expected) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOKS.toMillis());
            var next = read.get();
            if (!next.equals(last)) {
                until = System.nanoTime() + STANDS_STILL.toNanos();
            }
            last = next;
        }
        return last;
    }

    private static Map<String, Long> open(Topics topics, Stores stores, Supplier<Map<String, Long>> undelivered) {
        try {
            var open = new TreeMap<>(stores.pending());
            open.putAll(topics.lag());
            open.putAll(undelivered.get());
            return open;
        } catch (RuntimeException e) {
            return Map.of("an answer: " + e.getMessage(), 1L);
        }
    }
}

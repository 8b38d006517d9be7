package org.parley.starter.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to which entry documents were sent and cleared lately. A write reads its document's outbox first, and a sweep reads
 * many at once; what was sent and cleared meanwhile would otherwise be handed over once more. For a write a short while
 * and a bounded number are enough, for a sweep it has to be as long as it takes. What the store says counts, always: what
 * is forgotten is sent once more, which harms nobody.
 */
final class RecentlySent<K> {

    private static final Duration MEMORY = Duration.ofSeconds(20);
    private static final int MOST_IN_A_SWEEP = 500_000;

    private record Sent(long entry, long at) {}

    private final Map<K, Sent> sent;
    /** What was sent for writers and earlier sweeps while the present one has been under way. */
    private final Map<K, Long> duringSweep = new HashMap<>();

    private boolean sweeping;

    RecentlySent(int most) {
        this.sent = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Sent> eldest) {
                return size() > most;
            }
        };
    }

    /** @param swept whether only the present sweep brought it: that brings each document once */
    synchronized void remember(K document, long entry, boolean swept) {
        sent.remove(document);
        sent.put(document, new Sent(entry, System.nanoTime()));
        if (sweeping && !swept && duringSweep.size() < MOST_IN_A_SWEEP) {
            duringSweep.merge(document, entry, Math::max);
        }
    }

    /** 0 when nothing is known. */
    synchronized long upTo(K document) {
        @Nullable Sent known = sent.get(document);
        var lately = known == null || System.nanoTime() - known.at() > MEMORY.toNanos() ? 0 : known.entry();
        return Math.max(lately, duringSweep.getOrDefault(document, 0L));
    }

    synchronized void sweepBegins() {
        sweeping = true;
    }

    synchronized void sweepEnds() {
        sweeping = false;
        duringSweep.clear();
    }
}

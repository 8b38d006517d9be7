package org.parley.starter.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to which entry documents were sent and cleared lately. A write reads its document's outbox first; what was sent and
 * cleared meanwhile would otherwise be handed over once more. For a short while only and for a bounded number: what the
 * store says counts, always.
 */
final class RecentlySent<K> {

    private static final Duration MEMORY = Duration.ofSeconds(20);

    private record Sent(long entry, long at) {}

    private final Map<K, Sent> sent;

    RecentlySent(int most) {
        this.sent = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Sent> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void remember(K document, long entry) {
        sent.remove(document);
        sent.put(document, new Sent(entry, System.nanoTime()));
    }

    /** 0 when nothing is known. */
    synchronized long upTo(K document) {
        @Nullable Sent known = sent.get(document);
        return known == null || System.nanoTime() - known.at() > MEMORY.toNanos() ? 0 : known.entry();
    }
}

package org.parley.starter.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one document has to send: one entry at a time, lowest first. Guarded by itself. */
final class Lane {

    /** Brought by a writer; sweeps have numbers from 1. */
    static final int WRITER = 0;

    private final TreeMap<Long, OutboxEntry> waiting = new TreeMap<>();
    private long sent;
    private long cleared;
    private boolean running;
    private boolean ofWriter;
    private int sweep;

    /** @param sent the entry up to which all were sent and cleared, as far as is known */
    Lane(long sent) {
        this.sent = sent;
        this.cleared = sent;
    }

    /** Whether somebody has to start running it. An entry that was sent and only waits to be cleared isn't sent again. */
    synchronized boolean add(Collection<OutboxEntry> entries, int broughtBy) {
        ofWriter |= broughtBy == WRITER;
        sweep = Math.max(sweep, broughtBy);
        entries.stream().filter(entry -> entry.entry() > sent).forEach(entry -> waiting.put(entry.entry(), entry));
        var start = !running && !waiting.isEmpty();
        running |= start;
        return start;
    }

    /** The next to send, or null when there is none left, which ends the run. */
    synchronized @Nullable OutboxEntry next() {
        var first = waiting.firstEntry();
        running = first != null;
        return first == null ? null : first.getValue();
    }

    synchronized void sent(OutboxEntry entry) {
        waiting.remove(entry.entry());
        sent = Math.max(sent, entry.entry());
    }

    synchronized long sent() {
        return sent;
    }

    synchronized void cleared(long entry) {
        cleared = Math.max(cleared, entry);
    }

    /** Forgets what waits: it stays in the store, and the next sweep brings it back. */
    synchronized void drop() {
        waiting.clear();
        running = false;
    }

    synchronized boolean done() {
        return !running && waiting.isEmpty() && cleared >= sent;
    }

    /** Whether nobody but this sweep has brought it, which won't bring it again. */
    synchronized boolean isOnlyOf(int thatSweep) {
        return !ofWriter && sweep == thatSweep;
    }

    synchronized int depth() {
        return waiting.size();
    }

    synchronized @Nullable Instant oldest() {
        return waiting.isEmpty() ? null : waiting.firstEntry().getValue().time();
    }
}

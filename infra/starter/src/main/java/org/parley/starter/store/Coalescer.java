package org.parley.starter.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes for many callers in one round trip. Whoever comes alone is written for at once and alone; those who come while
 * a batch is under way wait for it, and then go together. So nobody waits for company, and the more come the fewer the
 * round trips.
 *
 * @param <T> what a caller wants to have written
 */
public final class Coalescer<T> {

    private static final int MOST = 100;

    /** A batch that hangs must not hold up those behind it for as long as the store's own time limits. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Writes several at once. */
    @FunctionalInterface
    public interface Batch<T> {

        /**
         * @return the places in the list of those that were not written
         * @throws RuntimeException if nobody knows which were
         */
        Set<Integer> write(List<T> items);
    }

    private enum Said {
        LEAD,
        WRITTEN,
        UNKNOWN
    }

    /** No record: two callers may want the same, and each is its own. */
    private static final class Caller<T> {
        final T item;
        final CompletableFuture<Said> said = new CompletableFuture<>();

        Caller(T item) {
            this.item = item;
        }
    }

    private final Batch<T> batch;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Caller<T>> waiting = new ArrayDeque<>();
    private boolean underWay;

    public Coalescer(Batch<T> batch) {
        this(batch, PATIENCE);
    }

    Coalescer(Batch<T> batch, Duration patience) {
        this.batch = batch;
        this.patience = patience;
    }

    /**
     * Returns when the item is written, or when that is not known.
     *
     * @return false when it was not, or nobody knows: the caller writes it alone, in a way that harms nothing if it is
     *     written already, and then meets the fault itself
     * @throws RuntimeException what its batch threw, if it was alone in it
     */
    public boolean write(T item) {
        var caller = new Caller<>(item);
        lock.lock();
        try {
            waiting.add(caller);
            if (!underWay) {
                underWay = true;
                caller.said.complete(Said.LEAD);
            }
        } finally {
            lock.unlock();
        }
        return switch (hear(caller)) {
            case LEAD -> lead();
            case WRITTEN -> true;
            case UNKNOWN -> false;
        };
    }

    /** How many wait for a batch that is not theirs. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private Said hear(Caller<T> caller) {
        try {
            return caller.said.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return leave(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leave(caller);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was said in the last moment counts: who is to lead must not go away. */
    private Said leave(Caller<T> caller) {
        lock.lock();
        try {
            if (!caller.said.isDone()) {
                waiting.remove(caller);
            }
            return caller.said.getNow(Said.UNKNOWN);
        } finally {
            lock.unlock();
        }
    }

    /** The one who leads is the first of the batch. */
    private boolean lead() {
        var callers = next();
        var failed = all(callers);
        try {
            failed = batch.write(callers.stream().map(caller -> caller.item).toList());
        } catch (RuntimeException e) {
            if (callers.size() == 1) {
                throw e;
            }
            // Each of them writes alone now: it may be the fault of one.
        } finally {
            passOn();
            for (var place = 1; place < callers.size(); place++) {
                callers.get(place).said.complete(failed.contains(place) ? Said.UNKNOWN : Said.WRITTEN);
            }
        }
        return !failed.contains(0);
    }

    private static Set<Integer> all(List<?> callers) {
        return IntStream.range(0, callers.size()).boxed().collect(Collectors.toSet());
    }

    private List<Caller<T>> next() {
        lock.lock();
        try {
            var callers = new ArrayList<Caller<T>>(Math.min(MOST, waiting.size()));
            while (callers.size() < MOST && !waiting.isEmpty()) {
                callers.add(waiting.remove());
            }
            return callers;
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        lock.lock();
        try {
            var next = waiting.peek();
            underWay = next != null;
            if (next != null) {
                next.said.complete(Said.LEAD);
            }
        } finally {
            lock.unlock();
        }
    }
}

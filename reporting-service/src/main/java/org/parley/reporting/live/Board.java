package org.parley.reporting.live;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Figure;
import org.springframework.stereotype.Component;

/**
 * The newest revision of every published figure, in order of their last change. A client is only a place in that order:
 * it takes what came after it, each figure once, with its newest value. So a client that stalls costs the others
 * nothing, and costs this nothing either.
 *
 * <p>Written by one thread, read by any number.
 */
@Component
public class Board {

    private final Map<Figure, BoardEntry> byFigure = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, BoardEntry> byVersion = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile @Nullable Position position;
    private final Set<Figure> late = new LinkedHashSet<>();
    private boolean closed;
    private long version;

    void put(Figure figure, FigureEvent event, String json, int partition, long offset) {
        var known = byFigure.get(figure);
        if (known != null && known.event().revision() > event.revision()) {
            late.add(figure);
        } else {
            late.remove(figure);
        }
        if (known != null && known.event().revision() >= event.revision()) {
            return;
        }
        var entry = new BoardEntry(figure, event, json, partition, offset, ++version);
        byFigure.put(figure, entry);
        byVersion.put(entry.version(), entry);
        if (known != null) {
            byVersion.remove(known.version());
        }
    }

    /**
     * The newest of those figures of which an older revision was read behind it, and nothing newer behind that; each is
     * told once. For the thread that writes.
     */
    List<FigureEvent> overtaken() {
        var newest = late.stream().flatMap(figure -> find(figure).stream()).toList();
        late.clear();
        return newest;
    }

    /** Everything up to here is on the board; from now on those who wait can see it. */
    void reached(String topic, List<Long> next) {
        lock.lock();
        try {
            position = new Position(topic, version, next);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Null until everything that was on the topic at the start has been read. */
    @Nullable
    Position position() {
        return position;
    }

    /** Waits until there is something after this version, but not longer than so; the position then. */
    @Nullable
    Position await(long after, Duration most) throws InterruptedException {
        var left = most.toNanos();
        lock.lock();
        try {
            for (var now = position; now == null || now.version() <= after; now = position) {
                if (left <= 0 || closed) {
                    return now;
                }
                left = moved.awaitNanos(left);
            }
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** What changed after one version and up to another, oldest change first. */
    Collection<BoardEntry> between(long after, long upTo) {
        return byVersion.subMap(after, false, upTo, true).values();
    }

    /** Lets those who wait look around: the service stops. */
    void wake() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Optional<FigureEvent> find(Figure figure) {
        return Optional.ofNullable(byFigure.get(figure)).map(BoardEntry::event);
    }

    public Set<Figure> figures() {
        return Set.copyOf(byFigure.keySet());
    }
}

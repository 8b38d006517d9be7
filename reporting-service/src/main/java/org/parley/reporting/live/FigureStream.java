package org.parley.reporting.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Figure;
import org.parley.starter.web.ServerSentEvents;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Server-sent events of the figures: first a snapshot, or what a client missed if it says where it was, then what
 * changes. The first change after a pause goes out at once; while figures keep moving, a client is written to ten times a
 * second at most, each time with the newest of each. Written by the client's own thread, so that only it waits when its
 * client doesn't read.
 */
@Component
public class FigureStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Board board;
    private final Clock clock;
    private final Duration pace;
    private final AtomicInteger clients = new AtomicInteger();
    private volatile boolean closing;

    /** @param pace between two writes to the same client: what people see as immediate, and no more for the network */
    FigureStream(Board board, Clock clock, MeterRegistry meters, @Value("${parley.stream.pace:100ms}") Duration pace) {
        this.board = board;
        this.clock = clock;
        this.pace = pace;
        meters.gauge("parley.reporting.stream.clients", clients);
    }

    /** How many are connected to this copy. */
    public int clients() {
        return clients.get();
    }

    /**
     * Returns when the client is gone, its time is over, or the service stops.
     *
     * @param seen which figures this client may see
     * @param lastEventId of the last event it has, from whichever copy
     * @param until when its token ends
     */
    public void serve(Predicate<Figure> seen, @Nullable String lastEventId, Instant until, OutputStream out) {
        clients.incrementAndGet();
        var events = new ServerSentEvents(out);
        try {
            events.retryAfter(2000);
            var from = begin(seen, lastEventId, until, events);
            while (from != null && isOpen(until)) {
                var next = board.await(from.version(), patience(until));
                if (next == null || next.version() <= from.version()) {
                    events.comment("still here");
                } else {
                    deltas(seen, from, next, events);
                    from = next;
                    Thread.sleep(pace);
                }
            }
        } catch (IOException e) {
            // The client is gone. It comes back with the id of the last event it got.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.decrementAndGet();
        }
    }

    private @Nullable Position begin(
            Predicate<Figure> seen, @Nullable String lastEventId, Instant until, ServerSentEvents events)
            throws IOException, InterruptedException {
        var now = board.await(-1, patience(until));
        while (now == null) {
            if (!isOpen(until)) {
                return null;
            }
            events.comment("still reading");
            now = board.await(-1, patience(until));
        }
        var last = Position.parse(lastEventId, now.topic());
        var entries = board.between(0, now.version()).stream().filter(entry -> seen.test(entry.figure()));
        if (last == null || last.isAheadOf(now)) {
            var figures = entries.map(BoardEntry::json).collect(Collectors.joining(",", "{\"figures\":[", "]}"));
            events.write(ServerSentEvents.event("snapshot", now.text(), figures));
        } else {
            events.write(figures(entries.filter(entry -> !last.includes(entry)).toList(), now));
        }
        return now;
    }

    private void deltas(Predicate<Figure> seen, Position from, Position next, ServerSentEvents events)
            throws IOException {
        var changed = board.between(from.version(), next.version()).stream()
                .filter(entry -> seen.test(entry.figure()))
                .toList();
        events.write(figures(changed, next));
    }

    /** Only the last one carries the id: whoever loses the connection in the middle gets all of them again. */
    private static String figures(List<BoardEntry> entries, Position now) {
        var text = new StringBuilder();
        for (var i = 0; i < entries.size(); i++) {
            text.append(ServerSentEvents.event(
                    "figure",
                    i == entries.size() - 1 ? now.text() : null,
                    entries.get(i).json()));
        }
        return text.toString();
    }

    private boolean isOpen(Instant until) {
        return !closing && clock.instant().isBefore(until);
    }

    private Duration patience(Instant until) {
        var left = Duration.between(clock.instant(), until);
        return left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        board.wake();
    }
}

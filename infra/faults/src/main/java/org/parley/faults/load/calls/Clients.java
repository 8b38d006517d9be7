package org.parley.faults.load.calls;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;

/**
 * All clients of the platform. A deed is asked for again until the client is told or its patience ends, and handed to
 * the history exactly once then, by the thread that asked.
 */
public final class Clients implements AutoCloseable {

    /** Each of the services and the broker has a share of its own, so that one that hangs holds up no other. */
    private static final int SHARES = Service.values().length + 1;

    private final Http http;
    private final Intake intake;
    private final Patience patience;
    private final Stage stage;
    private final Consumer<Asked> history;
    private final Map<Service, Semaphore> rooms = new EnumMap<>(Service.class);
    private final Semaphore broker;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final AtomicInteger turns = new AtomicInteger();

    /**
     * @param atOnce how much may be under way at the same time
     * @param history takes every deed that has ended, one after the other
     */
    public Clients(Doors doors, Patience patience, int atOnce, Stage stage, Consumer<Asked> history) {
        this.http = new Http(doors, patience.attempt());
        this.intake = new Intake(doors, patience.broker());
        this.patience = patience;
        this.stage = stage;
        this.history = history;
        for (var service : Service.values()) {
            rooms.put(service, room(atOnce));
        }
        this.broker = room(atOnce);
    }

    /** @throws Over when nothing is to begin any more; then it was not asked at all */
    public Asked ask(Ask ask, Request request) {
        var first = turns.getAndIncrement();
        var settled = settle(room(request), attempt -> http.send(ask.client(), request, first + attempt));
        return told(ask, settled);
    }

    /** @throws Over as above */
    public Asked send(Ask ask) {
        return told(ask, settle(broker, _ -> intake.send(ask.client(), ask.subject(), ask.body())));
    }

    /**
     * Reads, or prepares something, and is no deed. Empty when it isn't to be had.
     *
     * @throws Over as above
     */
    public Optional<JsonNode> answer(String client, Request request) {
        var first = turns.getAndIncrement();
        var settled = settle(room(request), attempt -> http.send(client, request, first + attempt));
        return settled.verdict().told() == Told.DONE
                ? Optional.of(settled.verdict().answer())
                : Optional.empty();
    }

    private Settled settle(Semaphore room, IntFunction<Attempt> way) {
        return Settled.of(stage, room, patience.deed(), way);
    }

    private Asked told(Ask ask, Settled settled) {
        var verdict = settled.verdict();
        var asked = new Asked(
                ask.id(),
                ask.client(),
                ask.deed(),
                ask.subject(),
                ask.body(),
                settled.began(),
                Instant.now(),
                verdict.attempts(),
                verdict.told(),
                verdict.status(),
                verdict.answer());
        // On a thread that nobody interrupts, since that would close the file it writes to.
        CompletableFuture.runAsync(() -> history.accept(asked), writer).join();
        return asked;
    }

    /** Whoever has waited longest comes first, or some stories would never come to their end. */
    private static Semaphore room(int atOnce) {
        return new Semaphore(Math.max(1, atOnce / SHARES), true);
    }

    private Semaphore room(Request request) {
        return rooms.getOrDefault(request.service(), broker);
    }

    @Override
    public void close() {
        http.close();
        intake.close();
        writer.close();
    }
}

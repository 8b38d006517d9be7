package org.parley.faults.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.parley.faults.history.Asked;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Doors;
import org.parley.faults.load.calls.Over;
import org.parley.faults.load.calls.Stage;
import org.parley.faults.load.draws.Codes;

/**
 * All clients of the platform at a steady pace, from {@link #begin} until {@link #finish}. What they do depends on the
 * seed and on what they are told, never on how long anything takes. A seed is good for one run on one platform: its
 * references and ids are the same every time.
 */
public final class Load {

    private static final int ACK_PER_MILLE = 30;
    /** Of centers with an endpoint, where it keeps webhooks from being delivered. */
    private static final int RARE_ACK_PER_MILLE = 2;

    private static final Duration ENDING = Duration.ofSeconds(30);

    private final Stage stage = new Stage();
    private final Pace pace;
    private final Clients clients;
    private final Scene scene;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** @param history takes every deed once, when it has ended; one after the other, on a thread of its own */
    public Load(Doors doors, Pace pace, long seed, Consumer<Asked> history) {
        this.pace = pace;
        this.clients = new Clients(doors, pace.patience(), pace.atOnce(), stage, history);
        // By the day: two runs of a seed on one day ask the very same.
        this.scene = new Scene(seed, Instant.now().truncatedTo(ChronoUnit.DAYS), clients, stage);
    }

    /** Returns at once. */
    public void begin() {
        for (var center : Codes.CENTERS) {
            var ackPerMille = pace.webhookCenters().contains(center) ? RARE_ACK_PER_MILLE : ACK_PER_MILLE;
            start(new Inbox(scene, new Center(center, clients), ackPerMille, this::start));
        }
        start(new Coordination(scene, new Coordinator(clients), this::start));
        every(pace.betweenReferrals(), n -> ReferralStory.of(scene, n));
        every(pace.betweenMicroInterventions(), n -> LogStory.microIntervention(scene, n));
        every(pace.betweenOfficerSessions(), n -> LogStory.officerSession(scene, n));
        every(pace.betweenTrainings(), n -> TrainingStory.of(scene, n));
    }

    /**
     * Begins no further deed, and returns when all that were begun have ended and are in the history.
     *
     * @param patience after which clients believe what they know
     */
    public void finish(Duration patience) throws InterruptedException {
        clock.shutdownNow();
        stage.close(patience);
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
            if (!threads.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("clients do not end");
            }
        }
        clients.close();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " stories broke off", failures.peek());
        }
    }

    private void every(Duration interval, IntFunction<Runnable> story) {
        var count = new AtomicInteger();
        var _ = clock.scheduleAtFixedRate(
                () -> start(() -> story.apply(count.getAndIncrement()).run()),
                0,
                interval.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private void start(Runnable story) {
        try {
            threads.execute(() -> tell(story));
        } catch (RejectedExecutionException over) {
            // The same as not having been begun.
        }
    }

    private void tell(Runnable story) {
        try {
            story.run();
        } catch (Over over) {
            // That is how stories end that are not at their end.
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }
}

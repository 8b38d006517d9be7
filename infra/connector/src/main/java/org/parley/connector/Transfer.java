package org.parley.connector;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.parley.connector.delivery.Delivery;
import org.parley.connector.rows.Row;

/** Takes the rows as they are read and sends them on, no more at once than the delivery is wide. */
final class Transfer implements AutoCloseable {

    private final Delivery delivery;
    private final Tally tally;
    private final Rejects rejects;
    private final Runnable settled;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;
    /** Completes with the first defect of ours in a thread, so that it ends the run and isn't lost there. */
    private final CompletableFuture<Void> defect = new CompletableFuture<>();

    /** @param settled called for every row once it is known what becomes of it */
    Transfer(Delivery delivery, Tally tally, Rejects rejects, Runnable settled) {
        this.delivery = delivery;
        this.tally = tally;
        this.rejects = rejects;
        this.settled = settled;
        this.places = new Semaphore(delivery.width());
    }

    void take(Row row) {
        switch (row) {
            case Row.LeftOut out -> {
                tally.leftOut(out);
                rejects.leftOut(out);
                settled.run();
            }
            case Row.Eligible eligible -> {
                tally.eligible(eligible);
                places.acquireUninterruptibly();
                threads.execute(() -> send(eligible));
            }
        }
        if (defect.isDone()) {
            defect.join();
        }
    }

    private void send(Row.Eligible row) {
        try {
            var outcome = delivery.deliver(row.referral());
            tally.outcome(row, outcome);
            rejects.outcome(row, outcome);
            settled.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            defect.completeExceptionally(e);
        } finally {
            places.release();
        }
    }

    /** Waits until it is known of every row what became of it. */
    void finish() throws ExecutionException, InterruptedException {
        threads.close();
        defect.complete(null);
        defect.get();
    }

    /** Gives up whatever is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

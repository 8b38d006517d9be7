package org.parley.starter.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was acknowledged out of the documents, many in one round trip. It leaves the version alone, so a reader's
 * ETag stays good.
 */
final class Clearing implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Clearing.class);
    private static final int MOST = 1000;
    private static final long GATHER_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 5;

    record Acknowledged(OutboxSource source, String id, long entry) {}

    private final LinkedBlockingQueue<Acknowledged> queue = new LinkedBlockingQueue<>();
    private final BiConsumer<Acknowledged, Boolean> whenDone;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    /** @param whenDone is told each acknowledged entry and whether the store took it out */
    Clearing(BiConsumer<Acknowledged, Boolean> whenDone) {
        this.whenDone = whenDone;
    }

    void add(OutboxSource source, String id, long entry) {
        queue.add(new Acknowledged(source, id, entry));
    }

    /** Returns when what was acknowledged before is taken out: what isn't, the next copy of the service sends again. */
    void close() throws InterruptedException {
        closing = true;
        if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Events that were sent stay in their documents; they will be sent again");
        }
    }

    @Override
    public void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                var first = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<>(List.of(first));
                    if (!closing && queue.size() < MOST) {
                        TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                    }
                    queue.drainTo(batch, MOST - 1);
                    clear(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void clear(List<Acknowledged> batch) {
        var highest = new HashMap<OutboxSource, Map<String, Acknowledged>>();
        batch.forEach(one -> highest.computeIfAbsent(one.source(), source -> new HashMap<>())
                .merge(one.id(), one, (a, b) -> a.entry() > b.entry() ? a : b));
        highest.forEach((source, byId) -> {
            var updates = new ArrayList<UpdateOneModel<Document>>(byId.size());
            byId.values()
                    .forEach(one -> updates.add(new UpdateOneModel<>(
                            new Document("_id", one.id()),
                            new Document(
                                    "$pull",
                                    new Document(
                                            "outbox", new Document("entry", new Document("$lte", one.entry())))))));
            var cleared = false;
            try {
                source.documents().bulkWrite(updates, new BulkWriteOptions().ordered(false));
                cleared = true;
            } catch (MongoException e) {
                // Not tried again: what stays is sent once more by the next sweep, and its consumers know it already.
                log.warn(
                        "{} documents of {} keep events that were sent: {}",
                        byId.size(),
                        source.collection(),
                        e.getMessage());
            }
            for (var one : byId.values()) {
                whenDone.accept(one, cleared);
            }
        });
    }
}

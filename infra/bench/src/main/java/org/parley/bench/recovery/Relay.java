package org.parley.bench.recovery;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Exactly;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Operations;
import org.parley.bench.harness.ReferralTopic;
import org.parley.bench.harness.TopicTail;
import org.parley.bench.harness.VoidRun;

/**
 * Referral-service, started on a store that is full of events that wait. From the first event on the topic until all are
 * there and no document keeps one.
 */
final class Relay implements Contender {

    private static final String SERVICE = "referral-service";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LAST = 2_000;

    private final Ground ground;
    private final Pattern pattern;
    private final Pending pending;
    private final int documents;
    private int rounds;

    Relay(Ground ground, Pattern pattern, int documents) throws Exception {
        this.ground = ground;
        this.pattern = pattern;
        this.pending = pattern.written(ground);
        this.documents = documents;
    }

    @Override
    public String name() {
        return name(pattern);
    }

    static String name(Pattern pattern) {
        return "Parley, " + pattern.word();
    }

    Pending pending() {
        return pending;
    }

    @Override
    public Figures round() throws Exception {
        var round = "%s-%s-%d".formatted(ground.scope(), pattern.word(), ++rounds);
        var database = ground.mongo().getDatabase(round);
        var collection = database.getCollection("referrals");
        var ids = pending.fill(collection, documents);
        var tail = new TopicTail(ground, ReferralTopic.create(ground, round));
        var service = ground.copy(SERVICE, SERVICE, round, "--spring.mongodb.database=" + round);
        try (var heap = new Heap(service.child().pid())) {
            var events = (long) documents * pending.each();
            var figures = untilAllSent(tail, events, collection, ids);
            var check = new Exactly(ids);
            tail.each(check);
            check.all(pending.each());
            return figures.and(heap.figures())
                    .and(Operations.of(service.address(), ground.token("administrator"))
                            .since(new Operations(Map.of()), events / 1_000));
        } finally {
            service.kill();
            database.drop();
        }
    }

    private Figures untilAllSent(TopicTail tail, long events, MongoCollection<Document> collection, Set<String> ids)
            throws Exception {
        var before = 0L;
        while (before == 0) {
            before = tail.count();
        }
        var begun = System.nanoTime();
        var cpu = ground.cpu();
        awaitAll(tail, events);
        awaitCleared(collection, ids);
        var seconds = (System.nanoTime() - begun) / 1e9;
        VoidRun.unless(before < events, "all was sent before it was seen: take more events");
        var left = collection.countDocuments(new Document("outbox.0", new Document("$exists", true)));
        VoidRun.unless(left == 0, "%d documents keep events that were sent", left);
        return Figures.rate((events - before) / seconds).and(ground.cpu().since(cpu, events - before));
    }

    private static void awaitAll(TopicTail tail, long events) throws InterruptedException {
        var moved = System.nanoTime();
        var seen = 0L;
        while (seen < events) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            var now = tail.count();
            if (now > seen) {
                seen = now;
                moved = System.nanoTime();
            }
            VoidRun.unless(
                    System.nanoTime() - moved < PATIENCE.toNanos(), "lost: %d of %d events were sent", seen, events);
        }
    }

    /**
     * Looks at those that were written last, by their ids: asking for all that keep events makes an embedded store search
     * every document, and writes wait meanwhile.
     */
    private static void awaitCleared(MongoCollection<Document> collection, Set<String> ids)
            throws InterruptedException {
        var last = ids.stream().skip(Math.max(0, ids.size() - LAST)).toList();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!areCleared(collection, last)) {
            VoidRun.unless(System.nanoTime() < until, "documents keep events that were sent");
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        while (collection
                        .find(new Document("outbox.0", new Document("$exists", true)))
                        .first()
                != null) {
            VoidRun.unless(System.nanoTime() < until, "documents keep events that were sent");
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private static boolean areCleared(MongoCollection<Document> collection, List<String> ids) {
        for (var document : collection
                .find(new Document("_id", new Document("$in", ids)))
                .projection(new Document("outbox.entry", 1))) {
            if (!document.getList("outbox", Document.class, List.of()).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}

package org.parley.bench.growth;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.parley.bench.harness.Climb;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.harness.VoidRun;
import org.parley.bench.intake.Bodies;
import org.parley.bench.intake.Round;
import org.parley.bench.intake.Samples;
import org.parley.bench.intake.Taker;
import org.parley.bench.stage.InsertStage;
import tools.jackson.databind.json.JsonMapper;

/** The two services on a store that holds so much, with a store and a broker of their own. */
final class Sized implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOTAL = "/v1/metrics/referrals-submitted";
    private static final String QUERY = "/v1/metrics/referrals-submitted?by=borough,type&interval=month";

    private final long size;
    private final Ground ground;
    private final Bodies bodies;
    private final Taker taker;
    private final URI reporting;
    private final Samples samples;
    private final String analyst;
    private long posted;

    /** @param burnIn posts before the store is filled up, so that nothing runs for the first time when it is measured */
    Sized(long size, Ground.Sizes heaps, int clients, long burnIn) throws Exception {
        this.size = size;
        ground = Ground.open("B5-" + size, heaps);
        bodies = new Bodies(ground.scope(), true);
        taker = Taker.parley(
                ground,
                posting(size),
                ground.scope(),
                ground.service("referral-service").address());
        reporting = ground.service("reporting-service").address();
        analyst = ground.token("analyst");
        samples = Samples.take(ground, taker, ground.token("connector"), bodies);
        posted = taker.stored().estimatedDocumentCount();
        post(clients, burnIn);
        var mongo = ground.mongo();
        new Stock(
                        mongo.getDatabase(ground.database("referral-service")),
                        mongo.getDatabase(ground.database("reporting-service")),
                        samples)
                .fill(size);
    }

    static String posting(long size) {
        return "post at " + text(size);
    }

    static String querying(long size) {
        return "metrics query at " + text(size);
    }

    static String inserting(long size) {
        return "plain insert at " + text(size);
    }

    static String text(long size) {
        return String.format(Locale.ROOT, "%,d", size);
    }

    Ground ground() {
        return ground;
    }

    /** A number of posts and not a time, so that the smallest does not grow faster than the others. */
    Contender posting(int clients, long posts) {
        return Contender.of(posting(size), () -> {
            var figures = post(clients, posts);
            return figures.and("cpu", figures.sum("cpu "));
        });
    }

    /** Returns when reporting has counted them as well: a query is measured alone, and of what is counted nothing is lost. */
    private Figures post(int clients, long posts) throws Exception {
        var figures = new Round(ground, taker, ground.token("connector"), bodies)
                .run(all -> Load.closed(clients, posts, _ -> all.client()));
        posted += posts;
        var counted = new Climb();
        try (var connection = new Connection(reporting)) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (counted.value() < posted && System.nanoTime() < until) {
                counted.reached(total(connection));
                LockSupport.parkNanos(100_000_000);
            }
        }
        counted.await(posted, Duration.ZERO);
        return figures;
    }

    private long total(Connection connection) throws IOException {
        var head = connection.head("GET", TOTAL, "Authorization", "Bearer " + analyst);
        var answer = connection.send(head, new byte[0]);
        VoidRun.unless(answer.status() == 200, "the total was answered %d: %s", answer.status(), answer.text());
        return JsonMapper.shared().readTree(answer.body()).at("/rows/0/value").asLong();
    }

    Contender querying(int clients, long queries) {
        return Contender.of(querying(size), () -> {
            var before = ground.cpu();
            var load = Load.closed(clients, queries, _ -> query());
            var cpu = ground.cpu().since(before, load.done());
            return Figures.rate(load.perSecond()).and(load.latency().figures()).and("cpu", cpu.sum("cpu "));
        });
    }

    /** Into the same collection, and taken out again after it is measured: how much the store itself slows down. */
    Contender inserting(int clients, long documents) {
        var batch = "plain-" + UUID.randomUUID();
        var settled = new Document(samples.document()).append("outbox", List.of());
        var ids = new ConcurrentLinkedQueue<String>();
        var stage = InsertStage.into(samples.referrals(), settled, one -> {
            var id = UUID.randomUUID() + batch;
            ids.add(id);
            return one.append("_id", id);
        });
        return Contender.of(inserting(size), () -> {
            var load = Load.closed(clients, documents, _ -> stage.client());
            for (var id = ids.poll(); id != null; id = ids.poll()) {
                samples.referrals().deleteOne(new Document("_id", id));
            }
            return Figures.rate(load.perSecond()).and(load.latency().figures());
        });
    }

    private Work query() {
        var connection = new Connection(reporting);
        var head = connection.head("GET", QUERY, "Authorization", "Bearer " + analyst);
        return _ -> {
            var answer = connection.send(head, new byte[0]);
            VoidRun.unless(answer.status() == 200, "a query was answered %d: %s", answer.status(), answer.text());
        };
    }

    @Override
    public void close() {
        ground.close();
    }
}

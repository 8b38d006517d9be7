package org.parley.bench.growth;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
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

/** The two services on a store that holds so much, with a store and a broker of their own. */
final class Sized implements AutoCloseable {

    private static final String QUERY = "/v1/metrics/referrals-submitted?by=borough,type&interval=month";

    private final long size;
    private final Ground ground;
    private final Bodies bodies;
    private final Taker taker;
    private final URI reporting;
    private final Samples samples;
    private final String analyst;

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
        new Round(ground, taker, ground.token("connector"), bodies)
                .run(posts -> Load.closed(clients, burnIn, _ -> posts.client()));
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
            var figures = new Round(ground, taker, ground.token("connector"), bodies)
                    .run(all -> Load.closed(clients, posts, _ -> all.client()));
            return figures.and("cpu", figures.sum("cpu "));
        });
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
        var settled = new Document(samples.document()).append("outbox", java.util.List.of());
        var ids = new java.util.concurrent.ConcurrentLinkedQueue<String>();
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

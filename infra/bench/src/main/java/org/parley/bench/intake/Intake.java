package org.parley.bench.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.harness.TopicTail;
import org.parley.bench.harness.VoidRun;
import org.parley.bench.stage.EchoStage;
import org.parley.bench.stage.InsertStage;
import org.parley.bench.stage.ProduceStage;

/** Those that take turns in B1. */
final class Intake implements AutoCloseable {

    static final String ECHO = "HTTP + JSON echo";
    static final String INSERT = "insert";
    static final String PRODUCE = "produce";
    static final String FEED = "insert of a feed entry";
    static final String BOTH = "produce both events";
    static final String CHAIN = "raw chain";

    private static final int BURNING = 64;

    private final Ground ground;
    private final String token;
    private final Bodies bodies;
    private final Taker parley;
    private final Taker modulith;
    private final EchoStage echo;
    private final InsertStage insert;
    private final InsertStage feed;
    private final ProduceStage produce;
    private final ProduceStage both;

    Intake(Ground ground, Bodies bodies) throws Exception {
        this.ground = ground;
        this.bodies = bodies;
        token = ground.token("connector");
        parley = Taker.parley(
                ground,
                "Parley",
                ground.scope(),
                ground.service("referral-service").address());
        modulith = Taker.modulith(
                ground,
                ground.peer("modulith", "--peer.transactions=" + !ground.isStoreEmbedded())
                        .address());
        echo = new EchoStage(ground, bodies);
        var samples = Samples.take(ground, parley, token, bodies);
        insert = InsertStage.like(ground, samples.referrals(), samples.document(), one -> one.append("_id", newId()));
        feed = InsertStage.like(
                ground,
                samples.feed(),
                samples.feedEntry(),
                one -> one.append("_id", newId()).append("about", newId()));
        produce = new ProduceStage(
                ground, "stages.referrals", List.of(samples.events().getFirst()));
        both = new ProduceStage(ground, "stages.referrals.both", samples.events());
    }

    Taker parley() {
        return parley;
    }

    Taker modulith() {
        return modulith;
    }

    /** The services under full load, each as long: what is measured afterwards is compiled. */
    void burnIn(Duration time) throws Exception {
        for (var taker : List.of(parley, modulith)) {
            new Round(ground, taker, token, bodies).run(posts -> Load.closed(BURNING, time, _ -> posts.client()));
        }
    }

    /** All, each with as many clients as that, each as fast as it can. */
    List<Contender> closed(int clients, Duration time) {
        var contenders = new ArrayList<Contender>();
        contenders.add(taker(parley, posts -> Load.closed(clients, time, _ -> posts.client())));
        contenders.add(taker(modulith, posts -> Load.closed(clients, time, _ -> posts.client())));
        contenders.add(Contender.of(ECHO, () -> plain(Load.closed(clients, time, _ -> echo.client()))));
        contenders.add(inserting(INSERT, insert, clients, time));
        contenders.add(producing(PRODUCE, produce, clients, time));
        contenders.add(inserting(FEED, feed, clients, time));
        contenders.add(producing(BOTH, both, clients, time));
        return contenders;
    }

    /** At one rate that all can hold, with one client; latency counts from the intended start. */
    List<Contender> open(double perSecond, Duration time) {
        return List.of(
                taker(parley, posts -> Load.open(1, perSecond, time, _ -> posts.client())),
                taker(modulith, posts -> Load.open(1, perSecond, time, _ -> posts.client())),
                Contender.of(ECHO + " + " + INSERT, () -> plain(Load.open(1, perSecond, time, _ -> twoStages()))),
                Contender.of(CHAIN, () -> plain(Load.open(1, perSecond, time, _ -> chain()))));
    }

    private Work twoStages() {
        var first = echo.client();
        var second = insert.client();
        return intended -> {
            first.once(intended);
            second.once(intended);
        };
    }

    private Work chain() {
        var first = twoStages();
        var third = produce.client();
        return intended -> {
            first.once(intended);
            third.once(intended);
        };
    }

    private Contender taker(Taker taker, java.util.function.Function<Posts, Load> load) {
        return Contender.of(taker.name(), () -> new Round(ground, taker, token, bodies).run(load));
    }

    private Contender inserting(String name, InsertStage stage, int clients, Duration time) {
        return Contender.of(name, () -> {
            var before = stage.count();
            var load = Load.closed(clients, time, _ -> stage.client());
            VoidRun.unless(stage.count() - before == load.done(), "%s: %d done, others stored", name, load.done());
            return plain(load);
        });
    }

    private Contender producing(String name, ProduceStage stage, int clients, Duration time) {
        return Contender.of(name, () -> {
            var topic = new TopicTail(ground, stage.topic());
            var load = Load.closed(clients, time, _ -> stage.client());
            VoidRun.unless(
                    topic.count() == load.done() * stage.recordsEach(), "%s: %d done, others sent", name, load.done());
            return plain(load);
        });
    }

    private static Figures plain(Load load) {
        return Figures.rate(load.perSecond()).and(load.latency().figures());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        produce.close();
        both.close();
    }
}

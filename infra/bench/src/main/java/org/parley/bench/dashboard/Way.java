package org.parley.bench.dashboard;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.bench.harness.Climb;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.intake.Posts;
import org.parley.bench.intake.Round;
import org.parley.bench.intake.Taker;

/** The whole way of a referral, from the post to the figure: referral-service and reporting-service side by side. */
final class Way implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ground ground;
    private final String name;
    private final Taker taker;
    private final Supplier<byte[]> bodies;
    private final Climb total = new Climb();
    private final FigureWatch watch;

    /**
     * @param prefix of its topics and databases: two ways can stand side by side
     * @param reporting arguments of reporting-service
     */
    Way(Ground ground, String name, String prefix, Supplier<byte[]> bodies, String... reporting) throws Exception {
        this.ground = ground;
        this.name = name;
        this.bodies = bodies;
        var mark = prefix.equals(ground.scope())
                ? ""
                : "-" + prefix.substring(ground.scope().length());
        taker = Taker.parley(
                ground,
                name,
                prefix,
                ground.copy("referral-service", "referral-service" + mark, prefix)
                        .address());
        var address = ground.copy("reporting-service", "reporting-service" + mark, prefix, reporting)
                .address();
        watch = new FigureWatch(address, ground.token("analyst"), total);
    }

    Taker taker() {
        return taker;
    }

    /** As fast as it goes; the rate counts a referral when it is in the figure. */
    Contender capacity(int clients, Duration time) {
        return contender((posts, _) -> Load.closed(clients, time, _ -> posts.client()), (load, base, _) -> {
            var seconds = (total.nanosAt(base + load.done()) - load.beganNanos()) / 1e9;
            return Figures.rate(load.done() / seconds);
        });
    }

    /** Latency until the figure, from the intended start. */
    Contender open(int clients, double perSecond, Duration time) {
        return contender(
                (posts, intended) -> Load.open(clients, perSecond, time, _ -> client(posts, intended)),
                (_, base, intended) ->
                        total.latency(base, java.util.List.copyOf(intended)).figures());
    }

    private static Work client(Posts posts, Queue<Long> intended) {
        return posts.client((_, start) -> intended.add(start));
    }

    private interface Loading {
        Load run(Posts posts, Queue<Long> intended);
    }

    private interface Reading {
        Figures of(Load load, long base, Queue<Long> intended);
    }

    private Contender contender(Loading loading, Reading reading) {
        return Contender.of(name, () -> {
            // Whatever was posted before is in the figure first.
            var base = taker.stored().estimatedDocumentCount();
            total.await(base, PATIENCE);
            var intended = new ConcurrentLinkedQueue<Long>();
            var loads = new ConcurrentLinkedQueue<Load>();
            Function<Posts, Load> underLoad = posts -> {
                var load = loading.run(posts, intended);
                loads.add(load);
                return load;
            };
            var answered = new Round(ground, taker, ground.token("connector"), bodies).run(underLoad);
            var load = loads.element();
            total.await(base + load.done(), PATIENCE);
            watch.check();
            return answered.renamed("rate", "told")
                    .renamed("p50", "answered p50")
                    .renamed("p99", "answered p99")
                    .and(reading.of(load, base, intended));
        });
    }

    @Override
    public void close() {
        watch.close();
    }
}

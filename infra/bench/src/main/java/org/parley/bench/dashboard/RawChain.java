package org.parley.bench.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.parley.bench.harness.Climb;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.intake.Samples;
import org.parley.bench.stage.CountStage;
import org.parley.bench.stage.InsertStage;
import org.parley.bench.stage.ProduceStage;

/** Insert, produce, consume, bulk write with plain drivers: the same way without anything that makes it safe. */
final class RawChain implements AutoCloseable {

    static final String NAME = "raw chain";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 12;

    private final InsertStage insert;
    private final ProduceStage produce;
    private final CountStage count;
    private final Climb total = new Climb();

    RawChain(Ground ground, Samples samples) {
        insert = InsertStage.like(
                ground,
                samples.referrals(),
                samples.document(),
                one -> one.append("_id", UUID.randomUUID().toString()));
        produce = new ProduceStage(
                ground, "stages.referrals", List.of(samples.events().getFirst()));
        count = new CountStage(ground, produce.topic(), PARTITIONS, total);
    }

    Contender capacity(int clients, Duration time) {
        return Contender.of(NAME, () -> {
            var base = total.value();
            var load = Load.closed(clients, time, _ -> client(new ConcurrentLinkedQueue<>()));
            total.await(base + load.done(), PATIENCE);
            var seconds = (total.nanosAt(base + load.done()) - load.beganNanos()) / 1e9;
            return Figures.rate(load.done() / seconds);
        });
    }

    Contender open(int clients, double perSecond, Duration time) {
        return Contender.of(NAME, () -> {
            var base = total.value();
            var intended = new ConcurrentLinkedQueue<Long>();
            var load = Load.open(clients, perSecond, time, _ -> client(intended));
            total.await(base + load.done(), PATIENCE);
            return total.latency(base, List.copyOf(intended)).figures();
        });
    }

    private Work client(Queue<Long> intended) {
        var first = insert.client();
        var second = produce.client();
        return start -> {
            first.once(start);
            second.once(start);
            intended.add(start);
        };
    }

    @Override
    public void close() {
        count.close();
        produce.close();
    }
}

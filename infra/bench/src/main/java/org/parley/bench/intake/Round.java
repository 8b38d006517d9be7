package org.parley.bench.intake;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.parley.bench.harness.Exactly;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.TopicTail;
import org.parley.bench.harness.VoidRun;

/** One round of somebody who takes referrals in, checked: what was acknowledged is stored, and told exactly once. */
public final class Round {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ground ground;
    private final Taker taker;
    private final Posts posts;

    public Round(Ground ground, Taker taker, String token, Supplier<byte[]> bodies) {
        this.ground = ground;
        this.taker = taker;
        this.posts = new Posts(taker.address(), token, bodies);
    }

    public Posts posts() {
        return posts;
    }

    /**
     * The rate counts a referral when its last event is on the topic, not when its post is answered: who answers early
     * and sends late gains nothing.
     */
    public Figures run(Function<Posts, Load> underLoad) {
        var stored = taker.stored().estimatedDocumentCount();
        var topic = new TopicTail(ground, taker.topic());
        var asked = taker.operations().get();
        var before = ground.cpu();

        var load = underLoad.apply(posts);
        topic.await(load.done() * taker.events(), PATIENCE);
        awaitNothingPending();

        var cpu = ground.cpu().since(before, load.done());
        var operations = taker.operations().get().since(asked, load.done());
        var records = topic.read();
        Exactly.inOrder(records, posts.acknowledged(), taker.events());
        var count = taker.stored().estimatedDocumentCount() - stored;
        VoidRun.unless(count == load.done(), "%d posts acknowledged, %d stored", load.done(), count);

        var last = records.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0);
        var answered = load.took().toNanos() / 1e9;
        var told = Math.max(answered, (last - load.beganMillis()) / 1e3);
        return Figures.rate(load.done() / told)
                .and("answered", load.perSecond())
                .and(load.latency().figures())
                .and(cpu)
                .and(operations);
    }

    private void awaitNothingPending() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (taker.unsent().test(posts.latest())) {
            VoidRun.unless(System.nanoTime() < until, "%s keeps something unsent", taker.name());
            LockSupport.parkNanos(20_000_000);
        }
    }
}

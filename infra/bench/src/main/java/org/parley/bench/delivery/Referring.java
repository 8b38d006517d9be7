package org.parley.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.parley.bench.harness.Latency;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.Load.Work;
import org.parley.bench.harness.TopicTail;
import org.parley.bench.harness.VoidRun;
import org.parley.bench.intake.Bodies;
import org.parley.bench.intake.Posts;
import tools.jackson.databind.json.JsonMapper;

/** Posts of one round: a referral for each center in turn. */
final class Referring {

    private static final String OFFERED = "org.parley.referral.offered.v1";

    private final Mix mix;
    private final Bodies bodies;
    private final Posts posts;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> intended = new ConcurrentHashMap<>();
    private final Latency late = new Latency();

    Referring(Mix mix, Bodies bodies, URI address, String token) {
        this.mix = mix;
        this.bodies = bodies;
        this.posts = new Posts(address, token, this::body);
    }

    private byte[] body() {
        var hook = mix.inTurn(next.getAndIncrement());
        return bodies.get(hook.command(), hook.type());
    }

    Work client() {
        var work = posts.client(intended::put);
        return meant -> {
            late.add(System.nanoTime() - meant);
            work.once(meant);
        };
    }

    /** By how much posts began after they were meant to. */
    Latency late() {
        return late;
    }

    /** How many of those posted are for a good one. */
    long fine() {
        return IntStream.range(0, next.get())
                .filter(number -> mix.inTurn(number).isFine())
                .count();
    }

    Collection<Offer> offers(TopicTail topic, Load load) {
        var offers = new ArrayList<Offer>();
        topic.each(record -> {
            if (OFFERED.equals(new String(record.headers().lastHeader("ce_type").value(), UTF_8))) {
                offers.add(offer(record, load));
            }
        });
        VoidRun.unless(offers.size() == load.done(), "%d were posted, %d were offered", load.done(), offers.size());
        return offers;
    }

    private Offer offer(ConsumerRecord<String, byte[]> record, Load load) {
        VoidRun.unless(intended.containsKey(record.key()), "%s was offered, and not posted", record.key());
        var center = JsonMapper.shared()
                .readTree(record.value())
                .at("/referral/offers/0/center")
                .asString();
        long meant = intended.getOrDefault(record.key(), 0L);
        return new Offer(
                record.key(),
                center,
                load.beganMillis() * 1_000 + (meant - load.beganNanos()) / 1_000,
                record.timestamp() * 1_000);
    }
}

package org.parley.starter.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what documents have in their outbox: of each document one entry at a time and in order, of many documents at
 * once. What can't be sent stays in its document and is found again by the sweep. Two copies of a service may send the
 * same entry; its id and sequence are the same, so that is harmless.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int AT_ONCE = 256;

    private record Key(String collection, String id) {}

    private final Producer<String, byte[]> producer;
    private final Supplier<List<OutboxFollower>> findFollowers;
    private final OutboxSettings settings;
    private final RelayMeters meters;
    private final byte[] eventSource;
    private final ConcurrentHashMap<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final List<OutboxSource> sources = new CopyOnWriteArrayList<>();
    private final RecentlySent<Key> recently;
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Clearing clearing = new Clearing(this::forget);
    private final Sweep sweep;
    private volatile List<OutboxFollower> followers = List.of();
    private volatile boolean running;
    private volatile boolean brokerAway;
    /** Counts the sweeps, from 1. */
    private final AtomicInteger sweeps = new AtomicInteger();

    Relay(
            Producer<String, byte[]> producer,
            Supplier<List<OutboxFollower>> findFollowers,
            OutboxSettings settings,
            RelayMeters meters,
            Clock clock,
            String serviceName) {
        this.producer = producer;
        this.findFollowers = findFollowers;
        this.settings = settings;
        this.recently = new RecentlySent<>(settings.held());
        this.meters = meters;
        this.eventSource = ("/parley/" + serviceName).getBytes(StandardCharsets.UTF_8);
        this.sweep = new Sweep(this, sources, settings, meters, clock);
        meters.watch(lanes::values);
    }

    void watch(OutboxSource source) {
        sources.add(source);
    }

    /** Takes a document's pending entries, all of them. Never blocks and never fails: what it can't hold, the sweep finds. */
    void hand(OutboxSource source, String id, List<OutboxEntry> pending) {
        if (running && !pending.isEmpty()) {
            if (brokerAway || lanes.size() >= settings.held()) {
                sweep.soon();
            } else {
                take(source, id, pending, Lane.WRITER);
            }
        }
    }

    /** What is sent from now on is remembered until the sweep ends: what it has read may be old when it comes to it. */
    void sweepBegins() {
        sweeps.incrementAndGet();
        recently.sweepBegins();
    }

    void sweepEnds() {
        recently.sweepEnds();
    }

    /** The sweep's way in: waits for room, and while the broker is away sends one by one to find out when it is back. */
    void handSwept(OutboxSource source, String id, List<OutboxEntry> pending) throws InterruptedException {
        while (running && (lanes.size() >= settings.held() || (brokerAway && !lanes.isEmpty()))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        if (running) {
            take(source, id, pending, sweeps.get());
        }
    }

    private void take(OutboxSource source, String id, Collection<OutboxEntry> pending, int broughtBy) {
        var key = new Key(source.collection(), id);
        lanes.compute(key, (k, known) -> {
            var lane = known == null ? new Lane(recently.upTo(key)) : known;
            if (lane.add(pending, broughtBy)) {
                workers.execute(() -> run(source, key, lane));
            }
            // All of it was sent before: nobody would run it, and it would count as held for ever.
            return lane.done() ? null : lane;
        });
    }

    private void run(OutboxSource source, Key key, Lane lane) {
        atOnce.acquireUninterruptibly();
        try {
            for (var entry = lane.next(); entry != null; entry = lane.next()) {
                for (var follower : followers) {
                    if (follower.follows(entry.type())) {
                        follower.follow(key.id(), entry);
                    }
                }
                producer.send(record(source.topic(), entry)).get();
                brokerAway = false;
                lane.sent(entry);
                meters.sent(entry);
            }
        } catch (ExecutionException e) {
            failed(key, lane, Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lane.drop();
        } catch (RuntimeException e) {
            failed(key, lane, e);
        } finally {
            atOnce.release();
            if (lane.sent() > 0) {
                clearing.add(source, key.id(), lane.sent());
            }
            lanes.computeIfPresent(key, (k, known) -> known.done() ? null : known);
        }
    }

    private void failed(Key key, Lane lane, Throwable cause) {
        lane.drop();
        if (cause instanceof RetriableException || cause instanceof org.apache.kafka.common.KafkaException) {
            if (!brokerAway) {
                log.warn("Kafka does not take events ({}); they wait in the store", cause.toString());
            }
            brokerAway = cause instanceof RetriableException;
        } else {
            log.warn("An event of {}/{} waits: {}", key.collection(), key.id(), cause.toString());
        }
        meters.failed();
        sweep.soon();
    }

    /** What the store did not take out is not remembered either, so that the next sweep sends and clears it again. */
    private void forget(Clearing.Acknowledged done, boolean cleared) {
        var key = new Key(done.source().collection(), done.id());
        var lane = lanes.get(key);
        if (cleared) {
            recently.remember(key, done.entry(), lane != null && lane.isOnlyOf(sweeps.get()));
        }
        lanes.computeIfPresent(key, (k, known) -> {
            known.cleared(done.entry());
            return known.done() ? null : known;
        });
    }

    private ProducerRecord<String, byte[]> record(String topic, OutboxEntry entry) {
        var record = new ProducerRecord<>(topic, entry.subject(), entry.data());
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(entry.id()))
                .add("ce_source", eventSource)
                .add("ce_type", bytes(entry.type()))
                .add("ce_subject", bytes(entry.subject()))
                .add("ce_time", bytes(entry.time().toString()))
                .add("ce_sequence", bytes(Long.toString(entry.sequence())))
                .add("ce_partitionkey", bytes(entry.subject()))
                .add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How long the oldest entry known here has been waiting. */
    static Duration age(Collection<Lane> lanes, Instant now) {
        return lanes.stream()
                .map(Lane::oldest)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    @Override
    public void start() {
        followers = findFollowers.get();
        running = true;
        Thread.ofVirtual().name("outbox-clearing").start(clearing);
        sweep.start();
    }

    /** Stops taking, lets what is in flight arrive, and clears it. */
    @Override
    public void stop() {
        running = false;
        sweep.stop();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
            clearing.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the consumers, and after them when stopping: what they still write is sent. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package org.parley.starter.outbox;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds documents whose events nobody sent: at start, after a failure, and seldom otherwise. It reads with one
 * streaming cursor and hands over as fast as the relay takes.
 */
final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private static final int MOST_DOUBLINGS = 2;

    /** MongoDB's own limit, 16 MiB, is several times as much once it is objects. */
    private static final int READ_AT_ONCE = 1_000;

    private final Relay relay;
    private final List<OutboxSource> sources;
    private final OutboxSettings settings;
    private final RelayMeters meters;
    private final Clock clock;
    private final Semaphore wanted = new Semaphore(0);
    private @Nullable Thread thread;

    Sweep(Relay relay, List<OutboxSource> sources, OutboxSettings settings, RelayMeters meters, Clock clock) {
        this.relay = relay;
        this.sources = sources;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void start() {
        thread = Thread.ofVirtual().name("outbox-sweep").start(this::run);
    }

    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Something could not be sent or held: look again shortly. */
    void soon() {
        wanted.release();
    }

    private void run() {
        try {
            // At start whatever is there belongs to nobody; later only what is old enough.
            var age = Duration.ZERO;
            var retries = 0;
            while (true) {
                var began = System.nanoTime();
                var complete = sweep(age);
                var took = Duration.ofNanos(System.nanoTime() - began);
                age = settings.sweepAge();
                var pause = Duration.ofNanos((long) (took.toNanos() / settings.sweepShare()));
                pause = pause.compareTo(settings.sweepEvery()) > 0 ? pause : settings.sweepEvery();
                if (!complete || wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    TimeUnit.MILLISECONDS.sleep(settings.retryEvery().toMillis() << retries);
                    wanted.drainPermits();
                    age = Duration.ZERO;
                    retries = Math.min(retries + 1, MOST_DOUBLINGS);
                } else {
                    retries = 0;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever looks for everything must not miss what a copy wrote whose clock is ahead. */
    private Document whatIsOld(Duration age) {
        return age.isZero()
                ? new Document("$gt", Date.from(Instant.EPOCH))
                : new Document("$lt", Date.from(clock.instant().minus(age)));
    }

    private boolean sweep(Duration age) throws InterruptedException {
        long found = 0;
        relay.sweepBegins();
        try {
            for (var source : sources) {
                try (var cursor = source.documents()
                        .find(new Document("outbox.time", whatIsOld(age)))
                        .projection(new Document("outbox", 1))
                        .batchSize(READ_AT_ONCE)
                        .iterator()) {
                    while (cursor.hasNext()) {
                        var document = cursor.next();
                        var pending = document.getList("outbox", Document.class, List.of()).stream()
                                .map(OutboxEntry::from)
                                .toList();
                        relay.handSwept(source, document.getString("_id"), pending);
                        found++;
                    }
                }
            }
            return true;
        } catch (MongoException e) {
            log.warn("The store could not be searched for unsent events: {}", e.toString());
            return false;
        } finally {
            relay.sweepEnds();
            meters.swept(found);
        }
    }
}

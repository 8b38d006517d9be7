package org.parley.referral.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends a courier to a subscriber with an endpoint when there is news for it, and to whom else it may concern now and
 * then: another copy of the service may have written something, or something has become due. Each subscriber has a
 * thread of its own, so a slow endpoint holds up nobody else.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookDelivery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);

    /** @param endpoint the version that it had before the visit */
    private record Seen(long endpoint, Outlook outlook) {}

    private final Courier courier;
    private final Endpoints endpoints;
    private final Subscribers subscribers;
    private final Lookout lookout;
    private final WebhookSettings settings;
    /** Subscribers under way, and whether there was news meanwhile. */
    private final Map<String, AtomicBoolean> visits = new ConcurrentHashMap<>();

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Semaphore stopping = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Who has an active endpoint, and its version. Asked once per poll and not for every entry: most have none. */
    private volatile Map<String, Long> active = Map.of();

    private volatile boolean running;

    WebhookDelivery(
            Courier courier, Endpoints endpoints, Subscribers subscribers, Lookout lookout, WebhookSettings settings) {
        this.courier = courier;
        this.endpoints = endpoints;
        this.subscribers = subscribers;
        this.lookout = lookout;
        this.settings = settings;
    }

    /** The subscriber's feed has one more. */
    void news(String subscriber) {
        var last = seen.get(subscriber);
        if (last == null || last.outlook().awaitsNews()) {
            wake(subscriber);
        }
    }

    void wake(String subscriber) {
        if (active.containsKey(subscriber)) {
            visit(subscriber);
        }
    }

    @Override
    public void start() {
        running = true;
        threads.execute(this::watch);
    }

    private void watch() {
        try {
            do {
                try {
                    look();
                } catch (RuntimeException e) {
                    log.warn("Endpoints could not be read: {}", e.toString());
                }
            } while (!stopping.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var now = endpoints.active(subscribers.all());
        active = now;
        seen.keySet().retainAll(now.keySet());
        var outlooks = new HashMap<String, Outlook>();
        now.forEach((subscriber, endpoint) -> {
            var last = seen.get(subscriber);
            if (last == null || last.endpoint() != endpoint) {
                visit(subscriber);
            } else if (!visits.containsKey(subscriber)) {
                outlooks.put(subscriber, last.outlook());
            }
        });
        lookout.worthVisits(outlooks).forEach(this::visit);
    }

    /** Whoever is there already looks once more. */
    private void visit(String subscriber) {
        visits.compute(subscriber, (_, underWay) -> {
            if (underWay != null) {
                underWay.set(true);
                return underWay;
            }
            return begin(subscriber) ? new AtomicBoolean() : null;
        });
    }

    private boolean begin(String subscriber) {
        try {
            threads.execute(() -> {
                do {
                    bring(subscriber);
                } while (isCalledAgain(subscriber));
            });
            return true;
        } catch (RejectedExecutionException stopped) {
            return false;
        }
    }

    private boolean isCalledAgain(String subscriber) {
        return visits.computeIfPresent(subscriber, (_, again) -> running && again.getAndSet(false) ? again : null)
                != null;
    }

    private void bring(String subscriber) {
        var endpoint = active.getOrDefault(subscriber, 0L);
        var outlook = Outlook.UNKNOWN;
        try {
            do {
                outlook = courier.deliver(subscriber, () -> endpoints.find(subscriber));
            } while (running && outlook.isAtOnce());
        } catch (RuntimeException e) {
            log.warn("Deliveries to {} wait: {}", subscriber, e.toString());
            outlook = Outlook.UNKNOWN;
        }
        seen.put(subscriber, new Seen(endpoint, outlook));
    }

    @Override
    public void stop() {
        running = false;
        stopping.release();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

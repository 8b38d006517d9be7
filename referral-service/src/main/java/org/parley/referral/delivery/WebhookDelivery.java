package org.parley.referral.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parley.referral.routing.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends a courier to each center with an endpoint when there is news, and now and then in case another copy of the
 * service wrote it. Each center has a thread of its own, so a slow endpoint holds up nobody else.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookDelivery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);

    private final Courier courier;
    private final Endpoints endpoints;
    private final Directory directory;
    private final WebhookSettings settings;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    WebhookDelivery(Courier courier, Endpoints endpoints, Directory directory, WebhookSettings settings) {
        this.courier = courier;
        this.endpoints = endpoints;
        this.directory = directory;
        this.settings = settings;
    }

    void wake() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        threads.execute(this::watch);
    }

    /** Who has an active endpoint is asked once per poll and not for every entry: most centers have none. */
    private void watch() {
        var poll = settings.poll().toNanos();
        var read = System.nanoTime() - poll;
        List<String> known = List.of();
        while (running) {
            try {
                if (System.nanoTime() - read >= poll) {
                    read = System.nanoTime();
                    known = endpoints.active(directory.ids());
                }
                known.forEach(this::visit);
            } catch (RuntimeException e) {
                log.warn("Endpoints could not be read: {}", e.toString());
            }
            try {
                if (news.tryAcquire(read + poll - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void visit(String center) {
        if (busy.add(center)) {
            threads.execute(() -> {
                try {
                    while (running && courier.deliver(center, () -> endpoints.find(center))) {
                        Thread.onSpinWait();
                    }
                } catch (RuntimeException e) {
                    log.warn("Deliveries to {} wait: {}", center, e.toString());
                } finally {
                    busy.remove(center);
                }
            });
        }
    }

    @Override
    public void stop() {
        running = false;
        news.release();
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

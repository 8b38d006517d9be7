package org.parley.starter.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work in rounds from the service's start to its end, each after the pause of the one before. A round that fails is told in
 * the log, and the next one comes all the same.
 */
public abstract class RepeatedWork implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    /** @param name of the thread, and of the work in the log */
    protected RepeatedWork(String name) {
        this.name = name;
    }

    /** A long one looks at {@link #isRunning()} in between. */
    protected abstract void round();

    /** Asked after each round. */
    protected abstract Duration pause();

    private void work() {
        while (running) {
            try {
                round();
            } catch (RuntimeException e) {
                log.warn("{} waits for its next round: {}", name, e.toString());
            }
            LockSupport.parkNanos(pause().toNanos());
        }
    }

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::work);
    }

    @Override
    public final void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}

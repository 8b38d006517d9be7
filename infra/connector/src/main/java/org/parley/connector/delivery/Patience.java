package org.parley.connector.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long to go on without an answer. Each attempt waits longer than the one before. Once nothing has come of any
 * attempt for as long as patience lasts, it is over for the whole run: the rest of a file would only wait
 * the same time again.
 */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A pause as short as this needs no word. */
    private static final Duration UNREMARKABLE = Duration.ofSeconds(3);

    private final Duration limit;
    private volatile long lastAnswer = System.nanoTime();
    private volatile boolean over;
    private final AtomicBoolean told = new AtomicBoolean();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** Something came of an attempt; that the other side is there and can do nothing is no answer. */
    void answered() {
        lastAnswer = System.nanoTime();
        told.set(false);
    }

    boolean over() {
        return over;
    }

    /**
     * Waits before the next attempt.
     *
     * @param since {@link System#nanoTime()} of the first attempt
     * @param asked what the other side asked for; zero when it said nothing
     * @param why what went wrong, to be told to a person once it takes long
     * @return whether to try again
     */
    boolean pause(long since, int attempt, Duration asked, String why) throws InterruptedException {
        var pause = asked.compareTo(backOff(attempt)) > 0 ? asked : backOff(attempt);
        if (over || elapsed(since).plus(pause).compareTo(limit) > 0) {
            over |= lastAnswer - since < 0;
            return false;
        }
        if (elapsed(lastAnswer).compareTo(UNREMARKABLE) > 0 && told.compareAndSet(false, true)) {
            System.err.printf("%ninfra/refer: %s; trying on for up to %d s%n", why, limit.toSeconds());
        }
        Thread.sleep(pause);
        return !over;
    }

    /** Ends the run's patience when a client with a clock of its own gave up, and nothing answered meanwhile. */
    void gaveUp(long since) {
        over |= lastAnswer - since < 0;
    }

    Duration limit() {
        return limit;
    }

    static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Doubles from attempt to attempt, and varies by half so that what failed together doesn't come back together. */
    private static Duration backOff(int attempt) {
        var full = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
    }
}

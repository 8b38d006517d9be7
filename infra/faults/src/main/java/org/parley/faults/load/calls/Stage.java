package org.parley.faults.load.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Whether clients may still begin something, and how long they may go on with what they began. */
public final class Stage {

    private static final int SHORTEST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 500;

    private final int haste;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Instant end = Instant.MAX;

    public Stage() {
        this(1);
    }

    /** @param haste how many times shorter pauses are than clients mean them */
    public Stage(int haste) {
        this.haste = haste;
    }

    /** From now on nothing begins, and what has begun ends within this time. */
    public void close(Duration patience) {
        end = Instant.now().plus(patience);
        over.countDown();
    }

    public boolean isOver() {
        return over.getCount() == 0;
    }

    /** @throws Over when nothing is to begin after it */
    public void pause(Duration time) {
        try {
            if (over.await(time.toNanos() / haste, TimeUnit.NANOSECONDS)) {
                throw new Over();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over();
        }
    }

    /** Waits for a place among those who ask at the same time. */
    void enter(Semaphore room) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over();
        }
        if (isOver()) {
            room.release();
            throw new Over();
        }
    }

    /**
     * Waits a little, and then for a place again. How long has nothing to do with what is done, so it need not be drawn
     * from the seed.
     *
     * @return false when patience is at its end, and then there is no place
     */
    boolean again(Semaphore room, Instant patience) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE, LONGEST_PAUSE));
            var last = patience.isBefore(end) ? patience : end;
            var left = Duration.between(Instant.now(), last).toMillis();
            return left > 0 && room.tryAcquire(left, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

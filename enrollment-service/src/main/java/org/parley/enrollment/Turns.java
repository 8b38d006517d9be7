package org.parley.enrollment;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Writers of one training take turns within this process. The version in the store is what keeps seats from being sold
 * twice, also between processes; without turns most of a rush would lose that race and try again and again.
 */
final class Turns {

    private static final int LINES = 64;

    private final ReentrantLock[] lines =
            IntStream.range(0, LINES).mapToObj(i -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

    <R> R take(UUID training, Supplier<R> work) {
        var line = lines[Math.floorMod(training.hashCode(), LINES)];
        line.lock();
        try {
            return work.get();
        } finally {
            line.unlock();
        }
    }
}

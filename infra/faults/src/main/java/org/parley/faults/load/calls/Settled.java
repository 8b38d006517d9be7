package org.parley.faults.load.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/**
 * What attempt after attempt has led to.
 *
 * @param began before the first of them
 */
record Settled(Instant began, Verdict verdict) {

    /**
     * Tries until it is clear, or patience is at its end.
     *
     * @param room where one attempt takes a place, and none in the pauses
     * @param way makes the attempt of this number, from 0
     * @throws Over when it is not to begin any more
     */
    static Settled of(Stage stage, Semaphore room, Duration patience, IntFunction<Attempt> way) {
        stage.enter(room);
        var began = Instant.now();
        var verdict = new Verdict();
        do {
            try {
                verdict.add(way.apply(verdict.attempts()));
            } finally {
                room.release();
            }
        } while (!verdict.isSettled() && stage.again(room, began.plus(patience)));
        return new Settled(began, verdict);
    }
}

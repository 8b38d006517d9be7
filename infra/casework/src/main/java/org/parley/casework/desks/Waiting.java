package org.parley.casework.desks;

import java.time.Duration;
import org.parley.casework.calls.Unexpected;

/** Between two looks. */
final class Waiting {

    private Waiting() {}

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}

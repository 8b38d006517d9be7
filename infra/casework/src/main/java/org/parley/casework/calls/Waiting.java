package org.parley.casework.calls;

import java.time.Duration;

/** Between two looks. */
public final class Waiting {

    private Waiting() {}

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}

package org.parley.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The store keeps milliseconds; what is finer is dropped at once, so that a repeated report equals the stored one. */
final class Stored {

    private Stored() {}

    static Instant precision(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}

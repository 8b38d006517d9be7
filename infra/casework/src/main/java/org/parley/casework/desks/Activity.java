package org.parley.casework.desks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Whether something still happens, or is waited for. */
public final class Activity {

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.now());
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger tooLong = new AtomicInteger();
    private final AtomicInteger tooLate = new AtomicInteger();

    void happened() {
        until(Instant.now());
    }

    /** Nothing needs to happen before: an offer is left to expire. */
    void until(Instant moment) {
        last.accumulateAndGet(moment, (known, other) -> known.isAfter(other) ? known : other);
    }

    void sessionLogged() {
        sessions.incrementAndGet();
    }

    void tooLongToWaitFor() {
        tooLong.incrementAndGet();
    }

    void tooLate() {
        tooLate.incrementAndGet();
    }

    public boolean isQuietFor(Duration time) {
        return last.get().plus(time).isBefore(Instant.now());
    }

    public int sessions() {
        return sessions.get();
    }

    /** Offers that should have expired, and were declined because that would have taken too long. */
    public int offersTooLongToWaitFor() {
        return tooLong.get();
    }

    /** Offers that expired while their center was about to accept. */
    public int answersTooLate() {
        return tooLate.get();
    }
}

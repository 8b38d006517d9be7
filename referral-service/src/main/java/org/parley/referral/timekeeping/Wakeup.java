package org.parley.referral.timekeeping;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A referral is to be looked at: not before this moment. A hint; the referral decides. */
record Wakeup(Instant at, UUID referral) implements Comparable<Wakeup> {

    private static final Comparator<Wakeup> EARLIEST =
            Comparator.comparing(Wakeup::at).thenComparing(Wakeup::referral);

    @Override
    public int compareTo(Wakeup other) {
        return EARLIEST.compare(this, other);
    }
}

package org.parley.referral.delivery;

import java.time.Instant;

/**
 * What a visit leaves to wait for: as long as nothing of it has changed, the next one would find nothing to do.
 *
 * @param version of the subscriber's deliveries; -1 when it is not known
 * @param acknowledged through its inbox
 * @param next the entry that would be brought next; 0 when none would be, whatever its feed has
 * @param due when something is to be tried again
 */
record Outlook(long version, long acknowledged, long next, Instant due) {

    /** There may be more to do at once. */
    static final Outlook AT_ONCE = new Outlook(-1, 0, 0, Instant.MIN);

    /** Nobody can say: look again with the next poll. */
    static final Outlook UNKNOWN = new Outlook(-1, 0, 0, Instant.MAX);

    boolean isAtOnce() {
        return equals(AT_ONCE);
    }

    /** Whether an entry that comes now makes a difference. */
    boolean awaitsNews() {
        return next > 0 || version < 0;
    }

    Outlook notBefore(Instant time) {
        return new Outlook(version, acknowledged, 0, time);
    }
}

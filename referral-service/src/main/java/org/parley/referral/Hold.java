package org.parley.referral;

import java.time.Duration;
import java.time.Instant;

/**
 * Its center has put the referral aside.
 *
 * @param from the state it goes back to
 */
public record Hold(Instant since, Instant until, String reason, Referral.State from) {

    public static final Duration LONGEST = Duration.ofDays(180);

    /** Whether one that begins now may last until then. */
    public static boolean mayLast(Instant now, Instant until) {
        return until.isAfter(now) && !until.isAfter(now.plus(LONGEST));
    }
}

package org.parley.referral;

import java.time.Instant;

/**
 * Its center has put the referral aside.
 *
 * @param from the state it goes back to
 */
public record Hold(Instant since, Instant until, String reason, Referral.State from) {}

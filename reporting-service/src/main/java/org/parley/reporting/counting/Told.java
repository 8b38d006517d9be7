package org.parley.reporting.counting;

import java.time.Instant;
import org.parley.reporting.Contribution;

/**
 * An event as counting sees it.
 *
 * @param appended when the broker took it: the day it is recorded under, the same at every replay
 * @param aggregate kind and id, such as {@code referral/…}: two kinds may use the same id
 * @param sequence number of the event within its aggregate
 * @param contribution what the aggregate adds after it
 */
public record Told(
        Source source, long offset, Instant appended, String aggregate, long sequence, Contribution contribution) {}

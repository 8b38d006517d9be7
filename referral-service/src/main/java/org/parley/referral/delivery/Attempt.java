package org.parley.referral.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that was tried, as a subscriber may look at it. What the endpoint's answer said is not kept.
 *
 * @param n of the entry
 * @param status null when no answer came
 * @param error the class of what went wrong instead
 * @param bytes how much of the answer was read
 * @param took in milliseconds
 */
public record Attempt(
        long n,
        Instant at,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String error,
        int bytes,
        long took) {

    public enum Outcome {
        TAKEN,
        FAILED,
        /** Failed for the last time: the entry is left in the inbox. */
        GIVEN_UP
    }

    static Attempt of(FeedEntry entry, Instant at, Outcome outcome, Answer answer) {
        return new Attempt(
                entry.n(),
                at,
                outcome,
                answer.status(),
                answer.error(),
                answer.bytes(),
                answer.took().toMillis());
    }
}

package org.parley.referral.delivery;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request to an endpoint.
 *
 * @param status null when none came
 * @param error the class of what went wrong instead
 * @param bytes how much of the answer's body was read; what it said is not kept
 * @param retryAfter as the endpoint said it
 */
public record Answer(
        @Nullable Integer status,
        @Nullable String error,
        int bytes,
        Duration took,
        @Nullable String retryAfter) {

    private static final Set<Integer> ASKING_FOR_PATIENCE = Set.of(429, 503);
    private static final int GONE = 410;

    public Answer {
        retryAfter = status != null && ASKING_FOR_PATIENCE.contains(status) ? retryAfter : null;
    }

    static Answer failed(String error, Duration took) {
        return new Answer(null, error, 0, took, null);
    }

    boolean taken() {
        return status != null && status / 100 == 2;
    }

    boolean gone() {
        return status != null && status == GONE;
    }

    @Override
    public String toString() {
        return status == null ? String.valueOf(error) : "status " + status;
    }
}

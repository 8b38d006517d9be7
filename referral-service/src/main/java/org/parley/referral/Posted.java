package org.parley.referral;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valid submission and who sent it.
 *
 * @param key stands in for the reference of a client that has none
 */
public record Posted(
        String client, Channel channel, @Nullable String key, Submission submission) {

    private static final Duration KEY_KEPT = Duration.ofDays(7);

    public Posted {
        if (key == null && submission.reference() == null) {
            throw new IllegalArgumentException("Neither a reference nor a key");
        }
    }

    /** Whether its key no longer stands for what was submitted under it then. A reference always does. */
    boolean isKeyOver(Instant submittedAt, Instant now) {
        return submission.reference() == null && !submittedAt.plus(KEY_KEPT).isAfter(now);
    }
}

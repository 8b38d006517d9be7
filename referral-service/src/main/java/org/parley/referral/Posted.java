package org.parley.referral;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valid submission and who sent it.
 *
 * @param by the client or the person; what they send again is the same referral
 * @param key stands in for the reference of one who has none
 */
public record Posted(Actor by, Channel channel, @Nullable String key, Submission submission) {

    private static final Duration KEY_KEPT = Duration.ofDays(7);

    public Posted {
        if (key == null && submission.reference() == null) {
            throw new IllegalArgumentException("Neither a reference nor a key");
        }
    }

    /** What a precinct's system sent. */
    public static Posted bySystem(String client, Channel channel, @Nullable String key, Submission submission) {
        return new Posted(new Actor("precinct-system", client), channel, key, submission);
    }

    String client() {
        return by.id();
    }

    /** Whether its key no longer stands for what was submitted under it then. A reference always does. */
    boolean isKeyOver(Instant submittedAt, Instant now) {
        return submission.reference() == null && !submittedAt.plus(KEY_KEPT).isAfter(now);
    }
}

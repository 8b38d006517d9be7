package org.parley.referral;

import org.jspecify.annotations.Nullable;

/**
 * A valid submission and who sent it.
 *
 * @param by the client or the person; what they send again is the same referral
 * @param key stands in for the reference of one who has none
 */
public record Posted(Actor by, Channel channel, @Nullable String key, Submission submission) {

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
}

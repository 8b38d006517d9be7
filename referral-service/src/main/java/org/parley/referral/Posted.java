package org.parley.referral;

import org.jspecify.annotations.Nullable;

/**
 * A valid submission and who sent it.
 *
 * @param key stands in for the reference of a client that has none
 */
public record Posted(
        String client, Channel channel, @Nullable String key, Submission submission) {

    public Posted {
        if (key == null && submission.reference() == null) {
            throw new IllegalArgumentException("Neither a reference nor a key");
        }
    }
}

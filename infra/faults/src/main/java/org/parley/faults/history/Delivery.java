package org.parley.faults.history;

import java.time.Instant;

/**
 * One webhook as the receiver got it, before it answered.
 *
 * @param webhookId the header {@code webhook-id}: {@code <center>/<n>}
 * @param signed whether the signature was right
 * @param body as received
 * @param answered the status the receiver gave
 */
public record Delivery(
        String center,
        String webhookId,
        String type,
        String referral,
        boolean signed,
        String body,
        int answered,
        Instant at) {}

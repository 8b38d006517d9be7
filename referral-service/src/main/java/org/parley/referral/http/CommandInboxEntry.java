package org.parley.referral.http;

import java.time.Instant;
import java.util.UUID;
import org.parley.referral.delivery.FeedEntry;

/**
 * A line of a command's feed as the command's system reads it: what happened to which referral, and nothing that the
 * police-safe view behind it would not show. Closed: nothing is added to it in passing.
 */
record CommandInboxEntry(long n, FeedEntry.Kind kind, UUID referral, Instant at, String type, String urgency) {

    static CommandInboxEntry from(FeedEntry entry) {
        return new CommandInboxEntry(
                entry.n(), entry.kind(), entry.referral(), entry.at(), entry.type(), entry.urgency());
    }
}

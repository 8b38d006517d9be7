package org.parley.referral.http;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.FeedEntry;

/**
 * A line of a center's feed as the center reads it.
 *
 * @param deadline of an offer
 * @param overdue what is overdue, of a reminder
 */
record InboxEntry(
        long n,
        FeedEntry.Kind kind,
        UUID referral,
        int offer,
        Instant at,
        String type,
        String borough,
        String language,
        String urgency,
        @Nullable Instant deadline,
        @Nullable String overdue) {

    static InboxEntry from(FeedEntry entry) {
        return new InboxEntry(
                entry.n(),
                entry.kind(),
                entry.referral(),
                entry.offer(),
                entry.at(),
                entry.type(),
                entry.borough(),
                entry.language(),
                entry.urgency(),
                entry.deadline(),
                entry.overdue());
    }
}

package org.parley.referral.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One line of a center's feed.
 *
 * @param id {@code <center>/<n>}: computed, so that reading needs no search
 * @param n counts the center's entries from 1, without gaps
 * @param about the offer and what became of it: unique within the center
 * @param deadline of an offer; none of a withdrawal
 */
public record FeedEntry(
        @Id String id,
        String center,
        long n,
        String about,
        Kind kind,
        UUID referral,
        int offer,
        Instant at,
        String type,
        String borough,
        String language,
        String urgency,
        @Nullable Instant deadline) {

    public enum Kind {
        OFFER,
        OFFER_WITHDRAWN
    }

    static String id(String center, long n) {
        return center + "/" + n;
    }

    static String about(UUID referral, int offer, Kind kind) {
        return referral + "/" + offer + "/" + kind;
    }

    FeedEntry numbered(long number) {
        return new FeedEntry(
                id(center, number),
                center,
                number,
                about,
                kind,
                referral,
                offer,
                at,
                type,
                borough,
                language,
                urgency,
                deadline);
    }
}

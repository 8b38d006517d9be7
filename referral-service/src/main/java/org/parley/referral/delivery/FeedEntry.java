package org.parley.referral.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.store.NumberedLists;
import org.springframework.data.annotation.Id;

/**
 * One line of a feed, mostly a center's.
 *
 * @param id {@code <center>/<n>}: computed, so that reading needs no search
 * @param center whose feed it is, or the name of a feed that is no center's
 * @param n counts the entries of the feed from 1, without gaps
 * @param about the offer and what became of it: unique within the center
 * @param deadline of an offer; none of a withdrawal
 * @param overdue what is overdue, of a reminder
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
        @Nullable Instant deadline,
        @Nullable String overdue) {

    public enum Kind {
        OFFER,
        /** What it is about was put right; the deadline may have come nearer. */
        OFFER_AMENDED,
        /** It is no longer the center's: taken back, or gone elsewhere because its time had passed. */
        OFFER_WITHDRAWN,
        REMINDER,
        /** A party of a referral it has agrees no longer: it must not be contacted any more. */
        CONSENT_REVOKED,
        /** In the feeds of the coordinator and the command: no center is left. */
        UNPLACED,
        /** In the coordinator's feed: its center was reminded, and nothing has happened. */
        ESCALATED,
        /** This and what follows in the command's feed, which says no more than that. */
        SUBMITTED,
        SCREENED_OUT,
        OFFERED,
        ACCEPTED,
        SCHEDULED,
        PUT_ON_HOLD,
        RELEASED,
        CLOSED,
        WITHDRAWN,
        ENTERED_IN_ERROR
    }

    static String id(String center, long n) {
        return NumberedLists.id(center, n);
    }

    /** What can happen to an offer once. */
    static String about(UUID referral, int offer, Kind kind) {
        return referral + "/" + offer + "/" + kind;
    }

    /** What can happen to it again and again: told apart by the event. */
    static String about(UUID referral, int offer, Kind kind, long sequence) {
        return about(referral, offer, kind) + "/" + sequence;
    }

    /** Nothing in this feed can be about the same referral before it. */
    boolean isFirst() {
        return (kind == Kind.OFFER && offer == 1) || kind == Kind.SUBMITTED || kind == Kind.SCREENED_OUT;
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
                deadline,
                overdue);
    }
}

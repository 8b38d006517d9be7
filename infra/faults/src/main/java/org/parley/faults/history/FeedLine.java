package org.parley.faults.history;

/**
 * One entry of a center's inbox, as the center reads it.
 *
 * @param kind {@code OFFER} or {@code OFFER_WITHDRAWN}
 * @param offer the offer's number within its referral; 0 where the inbox does not tell
 */
public record FeedLine(String center, long n, String kind, String referral, int offer) {}

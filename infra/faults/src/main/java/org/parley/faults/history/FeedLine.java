package org.parley.faults.history;

/**
 * One entry of a center's inbox, as the center reads it.
 *
 * @param kind {@code OFFER}, {@code OFFER_AMENDED}, {@code OFFER_WITHDRAWN} or {@code REMINDER}
 * @param offer the offer's number within its referral; 0 where the inbox does not tell
 */
public record FeedLine(String center, long n, String kind, String referral, int offer) {}

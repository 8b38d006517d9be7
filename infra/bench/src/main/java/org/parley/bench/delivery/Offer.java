package org.parley.bench.delivery;

/**
 * What a center was offered.
 *
 * @param posted when its post was meant to start, in microseconds since 1970
 * @param told when the broker had its event: its entry was in the center's feed then
 */
record Offer(String referral, String center, long posted, long told) {}

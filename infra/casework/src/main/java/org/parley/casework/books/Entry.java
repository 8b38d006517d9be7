package org.parley.casework.books;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a center's inbox, whichever way it came.
 *
 * @param deadline of an offer; null where the way it came doesn't say
 * @param link where a webhook says that the rest is
 */
public record Entry(
        long n,
        String kind,
        UUID referral,
        int offer,
        @Nullable Instant deadline,
        @Nullable URI link) {

    public static final String OFFER = "OFFER";
    public static final String OFFER_WITHDRAWN = "OFFER_WITHDRAWN";

    /** As an audit compares it, since a webhook has no more. */
    public String inWords() {
        return kind + " " + referral + " " + offer;
    }
}

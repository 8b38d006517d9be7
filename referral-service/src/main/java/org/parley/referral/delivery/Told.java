package org.parley.referral.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event says of a referral, as far as a feed has to do with it. */
record Told(@Nullable String reason, Matter referral) {

    record Matter(
            UUID id,
            String state,
            String command,
            String type,
            String borough,
            String language,
            String urgency,
            List<Offer> offers,
            @Nullable String center,
            @Nullable Due due) {

        int lastOffer() {
            return offers.size();
        }

        boolean isClosed() {
            return state.equals("CLOSED");
        }

        boolean isUnplaced() {
            return state.equals("UNPLACED");
        }

        /** The last one that its center accepted: it may have given an earlier one back. */
        boolean isHeld(Offer offer) {
            return offer.isTakenBy(center)
                    && offer.number()
                            == offers.stream()
                                    .filter(one -> one.isTakenBy(center))
                                    .mapToInt(Offer::number)
                                    .max()
                                    .orElse(0);
        }
    }

    record Offer(int number, String center, String state, Instant offeredAt, Instant deadline) {

        boolean is(String other) {
            return state.equals(other);
        }

        private boolean isTakenBy(@Nullable String holder) {
            return is("ACCEPTED") && center.equals(holder);
        }
    }

    record Due(int level) {}
}

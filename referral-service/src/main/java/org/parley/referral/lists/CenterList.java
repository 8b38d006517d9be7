package org.parley.referral.lists;

import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.delivery.FeedEntry;
import org.springframework.stereotype.Component;

/** The referrals that a center is asked for or has, and those that it had when they ended. */
@Component
public class CenterList {

    private final OpenCases cases;
    private final Backwards backwards;

    CenterList(OpenCases cases, Backwards backwards) {
        this.cases = cases;
        this.backwards = backwards;
    }

    /** Open ones only. */
    public CasePage open(String center, Wanted wanted, Order order, int limit, @Nullable String cursor) {
        var all = cases.read(center, referral -> referral.isOpenFor(center)).stream()
                .filter(current -> wanted.isMetBy(current.referral()))
                .toList();
        return order.page(center, all, limit, cursor);
    }

    /** Ended ones, too, if they are wanted: the one that was offered last comes first. */
    public CasePage all(String center, Wanted wanted, int limit, @Nullable String cursor) {
        return backwards.page(
                center,
                (entry, referral) -> isLastOffer(entry, referral, center)
                        && (referral.isHeldBy(center) || referral.isOpenFor(center))
                        && wanted.isMetBy(referral),
                limit,
                cursor);
    }

    private static boolean isLastOffer(FeedEntry entry, Referral referral, String center) {
        return entry.kind() == FeedEntry.Kind.OFFER
                && referral.offerTo(center)
                        .filter(offer -> offer.number() == entry.offer())
                        .isPresent();
    }
}

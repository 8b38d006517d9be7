package org.parley.referral.lists;

import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.delivery.Feed;
import org.springframework.stereotype.Component;

/** The referrals that need a coordinator, what is due first. */
@Component
public class Worklist {

    private final OpenCases cases;

    Worklist(OpenCases cases) {
        this.cases = cases;
    }

    public CasePage page(int limit, @Nullable String cursor) {
        var all = cases.read(Feed.COORDINATION, Referral::needsCoordinator);
        return Order.DUE.page(Feed.COORDINATION, all, limit, cursor);
    }
}

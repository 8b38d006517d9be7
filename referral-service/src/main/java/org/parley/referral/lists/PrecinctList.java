package org.parley.referral.lists;

import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.springframework.stereotype.Component;

/** The referrals of a command, the newest first. */
@Component
public class PrecinctList {

    private final Backwards backwards;

    PrecinctList(Backwards backwards) {
        this.backwards = backwards;
    }

    public CasePage page(String command, Wanted wanted, int limit, @Nullable String cursor) {
        return backwards.page(
                Feed.ofCommand(command),
                (entry, referral) -> isSubmission(entry) && isOf(command, referral) && wanted.isMetBy(referral),
                limit,
                cursor);
    }

    private static boolean isSubmission(FeedEntry entry) {
        return entry.kind() == FeedEntry.Kind.SUBMITTED || entry.kind() == FeedEntry.Kind.SCREENED_OUT;
    }

    private static boolean isOf(String command, Referral referral) {
        return referral.dispute().command().equals(command);
    }
}

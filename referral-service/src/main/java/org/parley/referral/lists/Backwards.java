package org.parley.referral.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Current;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.parley.starter.web.Cursor;
import org.springframework.stereotype.Component;

/**
 * Reads a feed from its end back to its beginning. What comes in meanwhile is not met, and nothing is met twice. A page
 * looks at a bounded number of entries, whatever is wanted of them.
 */
@Component
class Backwards {

    private static final int MOST = 1_000;
    private static final int AT_ONCE = 200;

    private final Feed feed;
    private final ReferralManagement management;

    Backwards(Feed feed, ReferralManagement management) {
        this.feed = feed;
        this.management = management;
    }

    /** @param wanted holds for one entry of a referral at most */
    CasePage page(String name, BiPredicate<FeedEntry, Referral> wanted, int limit, @Nullable String cursor) {
        var from = Cursor.parse(cursor, name, 1);
        var before = from == null ? feed.end(name) + 1 : from.number(0);
        var least = Math.max(1, before - MOST);
        var items = new ArrayList<Current>();
        while (before > least && items.size() < limit) {
            var first = Math.max(least, before - AT_ONCE);
            before = look(feed.read(name, first - 1, (int) (before - first)), first, wanted, limit, items);
        }
        return new CasePage(items, before > 1 ? Cursor.of(name, before).text() : null);
    }

    /** Where to go on: at the beginning of these entries, or at the last one taken when there are enough. */
    private long look(
            List<FeedEntry> entries,
            long first,
            BiPredicate<FeedEntry, Referral> wanted,
            int limit,
            List<Current> items) {
        var found = management.findAll(
                entries.stream().map(FeedEntry::referral).distinct().toList());
        for (var entry : entries.reversed()) {
            var current = found.get(entry.referral());
            if (current != null && wanted.test(entry, current.referral())) {
                items.add(current);
                if (items.size() == limit) {
                    return entry.n();
                }
            }
        }
        return first;
    }
}

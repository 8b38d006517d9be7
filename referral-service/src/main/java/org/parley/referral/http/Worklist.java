package org.parley.referral.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Current;
import org.parley.referral.ReferralManagement;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.springframework.stereotype.Component;

/**
 * The referrals that need a coordinator. A feed of its own says which may; the referrals themselves say which still do.
 * What has been seen to is left behind for good, as far as nothing before it is still waiting.
 */
@Component
class Worklist {

    private final Feed feed;
    private final ReferralManagement management;

    Worklist(Feed feed, ReferralManagement management) {
        this.feed = feed;
        this.management = management;
    }

    /** @param next after which the rest comes; null when there is none */
    record Some(List<Current> referrals, @Nullable Long next) {}

    Some read(@Nullable Long after, int limit) {
        var seenTo = feed.acknowledged(Feed.COORDINATION);
        var from = after == null ? seenTo : Math.max(after, seenTo);
        var entries = feed.read(Feed.COORDINATION, from, limit);
        var ids = new LinkedHashSet<UUID>();
        entries.forEach(entry -> ids.add(entry.referral()));
        var found = management.findAll(ids);
        var open = ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(current -> current.referral().needsCoordinator())
                .toList();
        if (from == seenTo) {
            var waiting = open.stream().map(Current::id).toList();
            var done = entries.stream()
                    .takeWhile(entry -> !waiting.contains(entry.referral()))
                    .mapToLong(FeedEntry::n)
                    .max();
            done.ifPresent(n -> feed.acknowledge(Feed.COORDINATION, n));
        }
        return new Some(
                open,
                entries.size() < limit ? null : Long.valueOf(entries.getLast().n()));
    }
}

package org.parley.referral.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds out which subscribers are worth a visit: what another copy of the service or the subscriber itself has changed,
 * and what has become due. It asks the store for all of them at once, so that a poll costs as much with one as with
 * many.
 */
@Component
class Lookout {

    private final Feed feed;
    private final Deliveries deliveries;
    private final Clock clock;

    Lookout(Feed feed, Deliveries deliveries, Clock clock) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** @param last by subscriber */
    Set<String> worthVisits(Map<String, Outlook> last) {
        if (last.isEmpty()) {
            return Set.of();
        }
        var now = clock.instant();
        var versions = deliveries.versions(last.keySet());
        var acknowledged = feed.acknowledged(last.keySet());
        var there = feed.there(last.entrySet().stream()
                .filter(one -> one.getValue().next() > 0)
                .map(one -> FeedEntry.id(one.getKey(), one.getValue().next()))
                .toList());
        return last.entrySet().stream()
                .filter(one -> {
                    var subscriber = one.getKey();
                    var outlook = one.getValue();
                    return !outlook.due().isAfter(now)
                            || outlook.version() != versions.getOrDefault(subscriber, 0L)
                            || outlook.acknowledged() != acknowledged.getOrDefault(subscriber, 0L)
                            || there.contains(FeedEntry.id(subscriber, outlook.next()));
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

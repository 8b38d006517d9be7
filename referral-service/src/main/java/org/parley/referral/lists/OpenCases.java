package org.parley.referral.lists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.parley.referral.Current;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * What is open for the reader of a feed. The feed names all that may be, the referrals say which are, and of each feed
 * one document keeps which were, up to which entry: a referral that comes back has a later one. So nothing has to be
 * written when a referral moves, and what is over is not looked at again.
 */
@Component
class OpenCases {

    private static final int AT_ONCE = 500;

    private record Known(long upTo, Set<UUID> open) {

        static final Known NOTHING = new Known(0, Set.of());
    }

    private final MongoCollection<Document> collection;
    private final Feed feed;
    private final ReferralManagement management;

    OpenCases(MongoTemplate mongo, Feed feed, ReferralManagement management) {
        this.collection = mongo.getCollection("open-cases");
        this.feed = feed;
        this.management = management;
    }

    /** In no order. */
    List<Current> read(String name, Predicate<Referral> isOpen) {
        var known = known(name);
        var open = stillOpen(known.open(), isOpen);
        var there = true;
        while (there) {
            var entries = feed.read(name, known.upTo(), AT_ONCE);
            var ids = entries.stream().map(FeedEntry::referral).collect(Collectors.toSet());
            open.keySet().removeAll(ids);
            open.putAll(stillOpen(ids, isOpen));
            var upTo = entries.isEmpty() ? known.upTo() : entries.getLast().n();
            known = keep(name, known, new Known(upTo, Set.copyOf(open.keySet())));
            there = entries.size() == AT_ONCE;
        }
        return List.copyOf(open.values());
    }

    private Map<UUID, Current> stillOpen(Collection<UUID> ids, Predicate<Referral> isOpen) {
        var open = new HashMap<UUID, Current>();
        var all = new ArrayList<>(ids);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            management
                    .findAll(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach((id, current) -> {
                        if (isOpen.test(current.referral())) {
                            open.put(id, current);
                        }
                    });
        }
        return open;
    }

    private Known known(String name) {
        var found = collection.find(new Document("_id", name)).first();
        if (found == null) {
            return Known.NOTHING;
        }
        var open = new HashSet<UUID>();
        found.getList("open", String.class).forEach(id -> open.add(UUID.fromString(id)));
        return new Known(found.getLong("upTo"), open);
    }

    /** Both in one write: whichever reader is the last, what it has kept is true as far as it says. */
    private Known keep(String name, Known before, Known after) {
        if (!after.equals(before)) {
            var open = after.open().stream().map(UUID::toString).toList();
            var fields = new Document("upTo", after.upTo()).append("open", open);
            collection.updateOne(
                    new Document("_id", name), new Document("$set", fields), new UpdateOptions().upsert(true));
        }
        return after;
    }
}

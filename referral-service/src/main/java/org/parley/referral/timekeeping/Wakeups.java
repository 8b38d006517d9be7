package org.parley.referral.timekeeping;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.parley.starter.store.Coalescer;
import org.parley.starter.store.NumberedLists;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Which referral has to be looked at when: for each hour a numbered list of pages. Those that come together stand on one
 * page. One that stands there twice, or no longer matters, is only looked at in vain.
 */
@Component
class Wakeups {

    /** @param n the page's number in its hour, from 1 without gaps */
    record Page(Instant hour, long n, List<Wakeup> wakeups) {}

    private final MongoCollection<Document> collection;
    private final NumberedLists hours;
    private final Clock clock;
    private final Coalescer<Wakeup> together = new Coalescer<>(this::addAll);
    /** By hour the last page known to be there. Guarded by itself. */
    private final TreeMap<Instant, Long> ends = new TreeMap<>();

    Wakeups(MongoTemplate mongo, Clock clock) {
        this.collection = mongo.getCollection("wakeups");
        this.hours = new NumberedLists(collection);
        this.clock = clock;
    }

    void add(Wakeup wakeup) {
        if (!together.write(wakeup)) {
            addAlone(wakeup);
        }
    }

    /** The next pages of each of these hours, as many as there are up to a limit. */
    List<Page> read(Map<Instant, Long> lastRead, int perHour) {
        var ids = new ArrayList<String>();
        lastRead.forEach((hour, last) -> {
            for (var ahead = 1; ahead <= perHour; ahead++) {
                ids.add(NumberedLists.id(hour.toString(), last + ahead));
            }
        });
        var pages = new ArrayList<Page>();
        collection.find(new Document("_id", new Document("$in", ids))).forEach(found -> pages.add(page(found)));
        return pages;
    }

    void remove(Collection<Page> pages) {
        var ids = pages.stream()
                .map(page -> NumberedLists.id(page.hour().toString(), page.n()))
                .toList();
        if (!ids.isEmpty()) {
            collection.deleteMany(new Document("_id", new Document("$in", ids)));
        }
    }

    static Instant hour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    /** What should have been looked at already stands in this hour: the past is not read again. */
    private Instant hourOf(Wakeup wakeup) {
        var now = clock.instant();
        return hour(wakeup.at().isBefore(now) ? now : wakeup.at());
    }

    private Set<Integer> addAll(List<Wakeup> all) {
        var byHour = new TreeMap<Instant, List<Integer>>();
        for (var place = 0; place < all.size(); place++) {
            byHour.computeIfAbsent(hourOf(all.get(place)), _ -> new ArrayList<>())
                    .add(place);
        }
        var pages = new ArrayList<Document>();
        var places = new ArrayList<List<Integer>>();
        synchronized (ends) {
            byHour.forEach((hour, some) -> {
                pages.add(document(
                        hour,
                        ends.getOrDefault(hour, 0L) + 1,
                        some.stream().map(all::get).toList()));
                places.add(some);
            });
        }
        var failed = insert(pages);
        var notWritten = new HashSet<Integer>();
        synchronized (ends) {
            for (var index = 0; index < pages.size(); index++) {
                if (failed.contains(index)) {
                    notWritten.addAll(places.get(index));
                } else {
                    known(pages.get(index).getString("_id"));
                }
            }
        }
        return notWritten;
    }

    private Set<Integer> insert(List<Document> pages) {
        try {
            collection.insertMany(pages, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            var failed = new HashSet<Integer>();
            e.getWriteErrors().forEach(error -> failed.add(error.getIndex()));
            return failed;
        }
    }

    private void addAlone(Wakeup wakeup) {
        while (true) {
            var hour = hourOf(wakeup);
            long last;
            synchronized (ends) {
                last = ends.getOrDefault(hour, 0L);
            }
            var page = document(hour, hours.end(hour.toString(), last) + 1, List.of(wakeup));
            try {
                collection.insertOne(page);
                known(page.getString("_id"));
                return;
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    private void known(String id) {
        synchronized (ends) {
            ends.merge(Instant.parse(id.substring(0, id.lastIndexOf('/'))), NumberedLists.number(id), Math::max);
            ends.headMap(hour(clock.instant())).clear();
        }
    }

    private static Document document(Instant hour, long n, List<Wakeup> wakeups) {
        var due = wakeups.stream()
                .map(one -> new Document("at", Date.from(one.at()))
                        .append("referral", one.referral().toString()))
                .toList();
        return new Document("_id", NumberedLists.id(hour.toString(), n)).append("due", due);
    }

    private static Page page(Document found) {
        var id = found.getString("_id");
        var due = new ArrayList<Wakeup>();
        found.getList("due", Document.class)
                .forEach(one ->
                        due.add(new Wakeup(one.getDate("at").toInstant(), UUID.fromString(one.getString("referral")))));
        return new Page(Instant.parse(id.substring(0, id.lastIndexOf('/'))), NumberedLists.number(id), due);
    }
}

package org.parley.referral.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.parley.starter.store.Coalescer;
import org.parley.starter.store.NumberedLists;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The feeds of all centers, of the coordinator and of all commands. An entry is inserted under the next free number, so
 * a feed has no gap that fills later behind a reader's back, however many copies of the service write to it.
 */
@Component
public final class Feed {

    /** The coordinator's own feed, among those of the centers. */
    public static final String COORDINATION = "coordination";

    private static final String COMMAND = "command:";

    private static final int PAGE = 500;

    private final class Tail {
        final ReentrantLock lock = new ReentrantLock();
        final Condition news = lock.newCondition();
        final Coalescer<FeedEntry> appends = new Coalescer<>(entries -> append(this, entries));
        /** An entry that is known to be there; 0 before the first. */
        long last;
    }

    private final MongoTemplate mongo;
    private final NumberedLists feeds;
    private final Map<String, Tail> tails = new ConcurrentHashMap<>();

    Feed(MongoTemplate mongo) {
        this.mongo = mongo;
        this.feeds = new NumberedLists(mongo.getCollection("feed"));
        mongo.getCollection("feed")
                .createIndex(new Document("center", 1).append("about", 1), new IndexOptions().unique(true));
    }

    /** The name of a command's feed, which no center's can be. */
    public static String ofCommand(String command) {
        return COMMAND + command;
    }

    /** The command whose feed has this name; empty when it is not a command's. */
    public static Optional<String> commandOf(String name) {
        return name.startsWith(COMMAND) ? Optional.of(name.substring(COMMAND.length())) : Optional.empty();
    }

    /** Whether a feed of this name can be a center's, whose name is the center's id. */
    public static boolean isOfCenter(String name) {
        return !name.equals(COORDINATION) && !name.startsWith(COMMAND);
    }

    /** Entries after a number, in order. */
    public List<FeedEntry> read(String center, long after, int limit) {
        return read(center, LongStream.rangeClosed(after + 1, after + limit));
    }

    public List<FeedEntry> read(String center, LongStream numbers) {
        var ids = numbers.mapToObj(n -> FeedEntry.id(center, n)).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return mongo.find(query(where("_id").in(ids)), FeedEntry.class, "feed").stream()
                .sorted(Comparator.comparingLong(FeedEntry::n))
                .toList();
    }

    /**
     * The first entry that is of this time or later, among the last ones; empty when none is. Entries stand nearly in
     * the order of their times: looking back ends where a whole page is older.
     *
     * @param most how many to look at, give or take a page
     */
    OptionalLong firstSince(String center, Instant from, int most) {
        var end = end(center);
        var first = OptionalLong.empty();
        for (var to = end; to > Math.max(0, end - most); to -= PAGE) {
            var found = read(center, LongStream.rangeClosed(Math.max(1, to - PAGE + 1), to)).stream()
                    .filter(entry -> !entry.at().isBefore(from))
                    .mapToLong(FeedEntry::n)
                    .min();
            if (found.isEmpty()) {
                return first;
            }
            first = found;
        }
        return first;
    }

    /** The entry about this, if it has come to that feed. */
    Optional<FeedEntry> find(String subscriber, String about) {
        var same = query(where("center").is(subscriber).and("about").is(about));
        return Optional.ofNullable(mongo.findOne(same, FeedEntry.class, "feed"));
    }

    /** The number of the last entry; 0 before the first. */
    public long end(String center) {
        var tail = tails.computeIfAbsent(center, _ -> new Tail());
        tail.lock.lock();
        try {
            tail.last = feeds.end(center, tail.last);
            return tail.last;
        } finally {
            tail.lock.unlock();
        }
    }

    /** How far its reader has said that it has its entries; 0 before the first. */
    public long acknowledged(String center) {
        var ack = mongo.findById(center, Document.class, "acks");
        return ack == null ? 0 : ack.getLong("upTo");
    }

    /** The same for many at once; those that have never said so are not in it. */
    Map<String, Long> acknowledged(Collection<String> centers) {
        return mongo.find(query(where("_id").in(centers)), Document.class, "acks").stream()
                .collect(Collectors.toMap(ack -> ack.getString("_id"), ack -> ack.getLong("upTo")));
    }

    /** Which of these entries there are, by id. */
    Set<String> there(Collection<String> ids) {
        var asked = query(where("_id").in(ids));
        asked.fields().include("_id");
        return mongo.find(asked, Document.class, "feed").stream()
                .map(entry -> entry.getString("_id"))
                .collect(Collectors.toSet());
    }

    /**
     * Returns when this copy of the service has added an entry after that number, or when the time is over: what other
     * copies add is not heard of.
     */
    public void await(String center, long after, Duration most) throws InterruptedException {
        var tail = tails.computeIfAbsent(center, _ -> new Tail());
        tail.lock.lock();
        try {
            var left = most.toNanos();
            while (tail.last <= after && left > 0) {
                left = tail.news.awaitNanos(left);
            }
        } finally {
            tail.lock.unlock();
        }
    }

    /** Never goes back. */
    public void acknowledge(String center, long upTo) {
        mongo.getCollection("acks")
                .updateOne(
                        new Document("_id", center),
                        new Document("$max", new Document("upTo", upTo)),
                        new UpdateOptions().upsert(true));
    }

    /** Adds an entry, unless the feed has one about the same. */
    void append(FeedEntry entry) {
        var tail = tails.computeIfAbsent(entry.center(), _ -> new Tail());
        if (!tail.appends.write(entry)) {
            append(tail, entry);
        }
    }

    /** In order, so that a number that is taken leaves no gap: those after it are not written either. */
    private Set<Integer> append(Tail tail, List<FeedEntry> entries) {
        tail.lock.lock();
        try {
            var documents = new ArrayList<Document>(entries.size());
            for (var entry : entries) {
                var document = new Document();
                mongo.getConverter().write(entry.numbered(tail.last + 1 + documents.size()), document);
                documents.add(document);
            }
            var written = insert(documents);
            tail.last += written;
            tail.news.signalAll();
            if (written < entries.size()) {
                tail.last = feeds.end(entries.getFirst().center(), tail.last);
            }
            return IntStream.range(written, entries.size()).boxed().collect(Collectors.toSet());
        } finally {
            tail.lock.unlock();
        }
    }

    /** How many, from the first on. */
    private int insert(List<Document> documents) {
        try {
            mongo.getCollection("feed").insertMany(documents);
            return documents.size();
        } catch (MongoBulkWriteException e) {
            return e.getWriteErrors().getFirst().getIndex();
        }
    }

    private void append(Tail tail, FeedEntry entry) {
        tail.lock.lock();
        try {
            while (true) {
                try {
                    mongo.insert(entry.numbered(tail.last + 1), "feed");
                    tail.last++;
                    tail.news.signalAll();
                    return;
                } catch (DuplicateKeyException e) {
                    if (isThere(entry)) {
                        return;
                    }
                    tail.last = feeds.end(entry.center(), tail.last);
                }
            }
        } finally {
            tail.lock.unlock();
        }
    }

    private boolean isThere(FeedEntry entry) {
        return find(entry.center(), entry.about()).isPresent();
    }
}

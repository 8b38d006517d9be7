package org.parley.referral.routing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The directory as it is kept: one document with all centers, so that it is read whole and changed under one version. It
 * begins with those of the reference file; every copy of the service looks now and then whether it has changed.
 */
public final class Centers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Centers.class);
    private static final String ID = "centers";

    private final MongoTemplate mongo;
    private final MongoCollection<Document> collection;
    private final Directory directory = new Directory(List.of());
    private final Duration poll;
    private volatile long version;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    Centers(MongoTemplate mongo, List<Center> first, Duration poll) {
        this.mongo = mongo;
        this.collection = mongo.getCollection("directory");
        this.poll = poll;
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        begin(first);
        refresh();
    }

    /** What became of a change. */
    public sealed interface Saved {

        record Done(long version, boolean fresh) implements Saved {}

        /** The caller knew another version than the current one. */
        record VersionMismatch(long current) implements Saved {}
    }

    Directory directory() {
        return directory;
    }

    /** Counts the changes of the whole directory. */
    public long version() {
        return version;
    }

    /** Enters a center or changes what is known of it; referrals that it has stay with it whatever changes. */
    public Saved put(Center center, LongPredicate expected) {
        while (true) {
            var known = Objects.requireNonNull(find());
            var current = known.getLong("version");
            if (!expected.test(current)) {
                take(current, centers(known));
                return new Saved.VersionMismatch(current);
            }
            var all = new ArrayList<>(centers(known));
            var place = place(all, center.id());
            if (place.isPresent()) {
                all.set(place.get(), center);
            } else {
                all.add(center);
            }
            var guard = new Document("_id", ID).append("version", current);
            var change = new Document("$set", new Document("version", current + 1).append("centers", documents(all)));
            if (collection.updateOne(guard, change).getModifiedCount() == 1) {
                take(current + 1, all);
                return new Saved.Done(current + 1, place.isEmpty());
            }
        }
    }

    /** Reads it anew. */
    void refresh() {
        var known = Objects.requireNonNull(find());
        if (known.getLong("version") > version) {
            take(known.getLong("version"), centers(known));
        }
    }

    private synchronized void take(long fresh, List<Center> all) {
        if (fresh > version) {
            directory.replace(all);
            version = fresh;
        }
    }

    private void begin(List<Center> first) {
        if (find() != null) {
            return;
        }
        try {
            collection.insertOne(new Document("_id", ID).append("version", 1L).append("centers", documents(first)));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private @Nullable Document find() {
        return collection.find(new Document("_id", ID)).first();
    }

    private List<Center> centers(Document known) {
        return known.getList("centers", Document.class).stream()
                .map(center -> mongo.getConverter().read(Center.class, center))
                .toList();
    }

    private List<Document> documents(List<Center> all) {
        return all.stream()
                .map(center -> {
                    var document = new Document();
                    mongo.getConverter().write(center, document);
                    return document;
                })
                .toList();
    }

    private static Optional<Integer> place(List<Center> all, String id) {
        for (var place = 0; place < all.size(); place++) {
            if (all.get(place).id().equals(id)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("directory").start(() -> {
            while (running) {
                LockSupport.parkNanos(poll.toNanos());
                try {
                    refresh();
                } catch (RuntimeException e) {
                    log.warn("The directory could not be read: {}", e.toString());
                }
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

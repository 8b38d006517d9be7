package org.parley.enrollment.timekeeping;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * What has to be looked at when: one document per day, read by its date. The same twice is there once. Days gone by are
 * read for as long as something of them is undone, so nothing is missed by a downtime.
 */
@Component
public class Wakeups {

    private static final String PROGRESS = "progress";

    /** Days gone by are still read for as long as this: another copy may have been held up while it wrote into one. */
    private static final int LATE = 2;

    private final MongoCollection<Document> collection;
    private final Days days;

    Wakeups(MongoTemplate mongo, Days days) {
        this.collection = mongo.getCollection("wakeups");
        this.days = days;
    }

    /** To be looked at on that day, today if it is past. Once for all who say it: so say it again rather than never. */
    public void add(LocalDate day, String word, UUID id) {
        // Days before the beginning are read by nobody: by the clock of another copy it may be tomorrow already.
        var due = latest(day, latest(days.today(), begin()));
        upsert(due.toString(), new Document("$set", new Document("due." + id, word)));
    }

    /** All that is due by now and not done. */
    List<Wakeup> due(LocalDate today) {
        var ids = ids(begin(), today.plusDays(1));
        var due = new ArrayList<Wakeup>();
        collection.find(new Document("_id", new Document("$in", ids))).forEach(found -> due.addAll(wakeups(found)));
        return due;
    }

    void done(Wakeup wakeup) {
        collection.updateOne(
                new Document("_id", wakeup.day().toString()),
                new Document("$unset", new Document("due." + wakeup.id(), "")));
    }

    /** Goes on to the first day of which something is undone, or that somebody may still write into. */
    void leaveBehind(Collection<Wakeup> undone, LocalDate today) {
        var next = undone.stream()
                .map(Wakeup::day)
                .reduce(today.minusDays(LATE), (first, day) -> day.isBefore(first) ? day : first);
        var from = begin();
        if (next.isAfter(from)) {
            collection.updateOne(
                    new Document("_id", PROGRESS), new Document("$max", new Document("from", next.toString())));
            collection.deleteMany(new Document("_id", new Document("$in", ids(from, next))));
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** @param end not included */
    private static List<String> ids(LocalDate from, LocalDate end) {
        return from.datesUntil(latest(from, end)).map(LocalDate::toString).toList();
    }

    private static List<Wakeup> wakeups(Document found) {
        var day = LocalDate.parse(found.getString("_id"));
        var due = found.get("due", new Document());
        return due.keySet().stream()
                .map(id -> new Wakeup(day, due.getString(id), UUID.fromString(id)))
                .toList();
    }

    /** The first day that has to be read; nobody writes before the day on which this was first asked. */
    private LocalDate begin() {
        var found = collection.find(new Document("_id", PROGRESS)).first();
        if (found != null) {
            return LocalDate.parse(found.getString("from"));
        }
        upsert(PROGRESS, new Document("$max", new Document("from", days.today().toString())));
        return begin();
    }

    private void upsert(String id, Document update) {
        try {
            collection.updateOne(new Document("_id", id), update, new UpdateOptions().upsert(true));
        } catch (MongoWriteException | MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another copy was faster with the same document: now it is there.
            collection.updateOne(new Document("_id", id), update);
        }
    }
}

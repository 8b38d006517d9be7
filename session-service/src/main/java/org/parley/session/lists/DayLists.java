package org.parley.session.lists;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.parley.starter.store.Coalescer;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Lists by day: a document for each day of each list, {@code <list>/<day>}, with its lines, and one for each list,
 * {@code <list>}, with the days it has. So a list of years is read by ids alone, from its end or for any days. A line
 * stands there before its day is in the list of days, and both are written before whoever adds it goes on.
 */
@Component
class DayLists {

    private static final String LINES = "lines";
    private static final String DAYS = "days";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    record Addition(String list, LocalDate day, Line line) {

        String lineDocument() {
            return list + "/" + day;
        }
    }

    private final MongoCollection<Document> collection;
    private final Coalescer<Collection<Addition>> together = new Coalescer<>(this::addTogether);

    DayLists(MongoTemplate mongo) {
        this.collection = mongo.getCollection("lists");
    }

    /** Safe to repeat. */
    void add(Collection<Addition> additions) {
        if (!together.write(additions)) {
            additions.forEach(this::addAlone);
        }
    }

    /** Safe to repeat. The day stays, be it empty. */
    void remove(Addition addition) {
        collection.updateOne(
                new Document("_id", addition.lineDocument()),
                new Document("$pull", new Document(LINES, addition.line().text())));
    }

    /** The days of a list, in order, the caller's own. */
    NavigableSet<LocalDate> days(String list) {
        var days = new TreeSet<LocalDate>();
        var found = collection.find(new Document("_id", list)).first();
        if (found != null) {
            found.getList(DAYS, String.class).forEach(day -> days.add(LocalDate.parse(day)));
        }
        return days;
    }

    /** The lines of some days, the newest first. */
    List<Line> lines(String list, Collection<LocalDate> days) {
        var lines = new ArrayList<Line>();
        if (!days.isEmpty()) {
            var ids = days.stream().map(day -> list + "/" + day).toList();
            collection
                    .find(new Document("_id", new Document("$in", ids)))
                    .forEach(found -> found.getList(LINES, String.class).forEach(text -> lines.add(Line.parse(text))));
        }
        lines.sort(Line.ORDER);
        return lines;
    }

    /** Lines first: a day that is listed has them. */
    private Set<Integer> addTogether(List<Collection<Addition>> all) {
        var lines = new LinkedHashMap<String, List<String>>();
        var days = new LinkedHashMap<String, Set<String>>();
        all.stream().flatMap(Collection::stream).forEach(one -> {
            lines.computeIfAbsent(one.lineDocument(), _ -> new ArrayList<>())
                    .add(one.line().text());
            days.computeIfAbsent(one.list(), _ -> new HashSet<>()).add(one.day().toString());
        });
        return write(LINES, lines) && write(DAYS, days)
                ? Set.of()
                : new HashSet<>(IntStream.range(0, all.size()).boxed().toList());
    }

    private boolean write(String field, Map<String, ? extends Collection<String>> values) {
        var writes = new ArrayList<UpdateOneModel<Document>>();
        values.forEach(
                (id, some) -> writes.add(new UpdateOneModel<>(new Document("_id", id), adding(field, some), UPSERT)));
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            return false; // somebody made the same document in between: each is written alone then
        }
    }

    private void addAlone(Addition one) {
        addAlone(one.lineDocument(), adding(LINES, List.of(one.line().text())));
        addAlone(one.list(), adding(DAYS, List.of(one.day().toString())));
    }

    private void addAlone(String id, Document update) {
        try {
            collection.updateOne(new Document("_id", id), update, UPSERT);
        } catch (MongoWriteException e) {
            collection.updateOne(new Document("_id", id), update, UPSERT);
        }
    }

    private static Document adding(String field, Collection<String> values) {
        return new Document("$addToSet", new Document(field, new Document("$each", List.copyOf(values))));
    }
}

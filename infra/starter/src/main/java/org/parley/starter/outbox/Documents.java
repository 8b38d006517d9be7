package org.parley.starter.outbox;

import static com.mongodb.ErrorCategory.DUPLICATE_KEY;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.parley.starter.store.Coalescer;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * One collection of aggregates. One write changes an aggregate and puts its events into the outbox of the same
 * document, guarded by `{_id, version}`; a document is never replaced, so cleared events can't come back.
 */
public final class Documents<T> {

    private static final int ATTEMPTS = 200;

    private final OutboxSource source;
    private final Class<T> type;
    private final MongoConverter converter;
    private final Relay relay;
    private final Clock clock;
    private final long epoch;
    private final Counter lostGuards;
    private final Envelope.JsonBytes json;
    private final Coalescer<Document> inserts = new Coalescer<>(this::insertedTogether);

    Documents(
            OutboxSource source,
            Class<T> type,
            MongoConverter converter,
            Relay relay,
            Clock clock,
            long epoch,
            Counter lostGuards,
            Envelope.JsonBytes json) {
        this.source = source;
        this.type = type;
        this.converter = converter;
        this.relay = relay;
        this.clock = clock;
        this.epoch = epoch;
        this.lostGuards = lostGuards;
        this.json = json;
    }

    public Optional<Held<T>> find(String id) {
        return Optional.ofNullable(collection().find(new Document("_id", id)).first())
                .map(this::held);
    }

    /** Those that exist, by id, in one round trip. */
    public Map<String, Held<T>> findAll(Collection<String> ids) {
        var found = new HashMap<String, Held<T>>();
        if (!ids.isEmpty()) {
            collection()
                    .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                    .forEach(document -> found.put(document.getString("_id"), held(document)));
        }
        return found;
    }

    /** Inserts a document whose id says what it is; a second insert of the same id finds the first and writes nothing. */
    public Insertion<T> insert(String id, T state, List<Fact> facts) {
        var command = UUID.randomUUID().toString();
        var held = new Held<>(id, 1, state, Envelope.empty().after(command, facts, clock.instant(), epoch, json));
        var document = document(id, 1, state, held.envelope());
        if (insertedWithOthers(document)) {
            return ours(held);
        }
        return find(id).map(existing -> found(existing, command)).orElseGet(() -> insertAlone(held, document, command));
    }

    /** False mostly when the id was there before. */
    private boolean insertedWithOthers(Document document) {
        try {
            return inserts.write(document);
        } catch (MongoSocketException e) {
            // The answer got lost, and the write perhaps not.
            return false;
        }
    }

    private Insertion<T> insertAlone(Held<T> held, Document document, String command) {
        for (var attempt = 1; ; attempt++) {
            try {
                collection().insertOne(document);
                return ours(held);
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != DUPLICATE_KEY) {
                    throw e;
                }
                return found(find(held.id()).orElseThrow(), command);
            } catch (MongoSocketException e) {
                giveUpAfter(attempt, 3, e);
            }
        }
    }

    private Insertion<T> found(Held<T> existing, String command) {
        return existing.envelope().remembers(command) ? ours(existing) : new Insertion.Existing<>(existing);
    }

    /** The places of those that some other document or some fault kept out: each of them is inserted alone then. */
    private Set<Integer> insertedTogether(List<Document> all) {
        try {
            collection().insertMany(all, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        }
    }

    /**
     * Inserts many at once: one unordered write, then one read of those whose id was there before.
     *
     * @return by id, what {@link #insert} would have answered; of two with the same id the first counts
     */
    public Map<String, Insertion<T>> insertAll(List<New<T>> all) {
        var command = UUID.randomUUID().toString();
        var now = clock.instant();
        var wanted = new LinkedHashMap<String, Held<T>>();
        all.forEach(one -> wanted.computeIfAbsent(
                one.id(),
                id -> new Held<>(id, 1, one.state(), Envelope.empty().after(command, one.facts(), now, epoch, json))));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var writes = wanted.values().stream()
                .map(held -> document(held.id(), 1, held.state(), held.envelope()))
                .toList();
        try {
            collection().insertMany(writes, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) != DUPLICATE_KEY)) {
                throw e;
            }
            return readBack(command, wanted);
        }
        var inserted = new LinkedHashMap<String, Insertion<T>>();
        wanted.forEach((id, held) -> {
            relay.hand(source, id, held.envelope().pending);
            inserted.put(id, new Insertion.Inserted<>(held));
        });
        return inserted;
    }

    /**
     * Decides on the document as it is and writes what was decided, from the start again when another writer was
     * faster. Empty when there is no such document.
     *
     * @throws IllegalStateException when others were faster again and again
     */
    public <R> Optional<Outcome<T, R>> change(String id, Function<Held<T>, Decision<T, R>> decide) {
        var command = UUID.randomUUID().toString();
        Optional<R> written = Optional.empty();
        var lostAnswers = 0;
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var found = find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var before = found.get();
            if (written.isPresent() && before.envelope().remembers(command)) {
                relay.hand(source, id, before.envelope().pending);
                return Optional.of(new Outcome<>(written.get(), before));
            }
            var decision = decide.apply(before);
            if (decision.state() == null) {
                return Optional.of(new Outcome<>(decision.answer(), before));
            }
            written = Optional.of(decision.answer());
            var after = new Held<>(
                    id,
                    before.version() + 1,
                    decision.state(),
                    before.envelope().after(command, decision.facts(), clock.instant(), epoch, json));
            try {
                if (replaced(before, after)) {
                    relay.hand(source, id, after.envelope().pending);
                    return Optional.of(new Outcome<>(decision.answer(), after));
                }
                lostGuards.increment();
            } catch (MongoSocketException e) {
                giveUpAfter(++lostAnswers, 3, e);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * 200_000L));
        }
        throw new IllegalStateException("Too many writers on " + source.collection() + "/" + id);
    }

    private Map<String, Insertion<T>> readBack(String command, Map<String, Held<T>> wanted) {
        var answers = new LinkedHashMap<String, Insertion<T>>();
        findAll(wanted.keySet()).forEach((id, held) -> answers.put(id, found(held, command)));
        return answers;
    }

    private Insertion<T> ours(Held<T> held) {
        relay.hand(source, held.id(), held.envelope().pending);
        return new Insertion.Inserted<>(held);
    }

    private static void giveUpAfter(int attempt, int most, MongoSocketException e) {
        if (attempt >= most) {
            throw e;
        }
    }

    private boolean replaced(Held<T> before, Held<T> after) {
        var was = body(before.state());
        var is = body(after.state());
        var set = new Document("version", after.version())
                .append("lastEntry", after.envelope().lastEntry)
                .append("commands", after.envelope().commands);
        after.envelope().sequences.forEach((subject, last) -> {
            if (!last.equals(before.envelope().sequences.get(subject))) {
                set.append("sequences." + subject, last);
            }
        });
        is.forEach((field, value) -> {
            if (!Objects.equals(value, was.get(field))) {
                set.append("body." + field, value);
            }
        });
        var unset = new Document();
        was.keySet().stream()
                .filter(field -> !is.containsKey(field))
                .forEach(field -> unset.append("body." + field, ""));
        var update = new Document("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        var entries = after.envelope().since(before.envelope());
        if (!entries.isEmpty()) {
            update.append("$push", new Document("outbox", new Document("$each", documents(entries))));
        }
        return collection()
                        .updateOne(new Document("_id", before.id()).append("version", before.version()), update)
                        .getModifiedCount()
                == 1;
    }

    private Document document(String id, long version, T state, Envelope envelope) {
        return new Document("_id", id)
                .append("version", version)
                .append("lastEntry", envelope.lastEntry)
                .append("sequences", new Document(new HashMap<>(envelope.sequences)))
                .append("commands", envelope.commands)
                .append("body", body(state))
                .append("outbox", documents(envelope.pending));
    }

    private static List<Document> documents(List<OutboxEntry> entries) {
        var documents = new ArrayList<Document>(entries.size());
        entries.forEach(entry -> documents.add(entry.toDocument()));
        return documents;
    }

    private Held<T> held(Document document) {
        return new Held<>(
                document.getString("_id"),
                document.getLong("version"),
                converter.read(type, document.get("body", Document.class)),
                Envelope.from(document));
    }

    private Document body(T state) {
        var body = new Document();
        converter.write(state, body);
        return body;
    }

    private MongoCollection<Document> collection() {
        return source.documents();
    }
}

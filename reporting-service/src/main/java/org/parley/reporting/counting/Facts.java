package org.parley.reporting.counting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Cell;
import org.parley.reporting.Contribution;

/** Facts in the store, one document per foreign aggregate. */
class Facts {

    private final MongoCollection<Document> collection;

    Facts(MongoDatabase database) {
        collection = database.getCollection("facts");
        collection.createIndex(new Document("_id", 1).append("sequence", 1), new IndexOptions().unique(true));
    }

    /** Those that are known, by id. */
    Map<String, Fact> find(Collection<String> ids) {
        var facts = new HashMap<String, Fact>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                // All in one answer, and one more than there can be, or the store waits to be asked for the end.
                .batchSize(ids.size() + 1)
                .forEach(document -> facts.put(document.getString("_id"), fact(document)));
        return facts;
    }

    /**
     * Writes each under the sequence that was read.
     *
     * @param known as they were read, by id
     * @throws LostGuard if one now stands at an older event than written here: another copy got in between. The cursor
     *     must not move then, or what that copy still lacks would never be read again.
     */
    void write(Collection<Fact> changed, Map<String, Fact> known) {
        var allWon = Bulk.write(
                collection,
                changed.stream().map(fact -> write(fact, known.get(fact.id()))).toList());
        if (!allWon) {
            readBack(changed);
        }
    }

    private void readBack(Collection<Fact> changed) {
        var written = new HashMap<String, Long>();
        collection
                .find(new Document(
                        "_id",
                        new Document("$in", changed.stream().map(Fact::id).toList())))
                .projection(new Document("sequence", 1))
                .forEach(document -> written.put(document.getString("_id"), document.getLong("sequence")));
        for (var fact : changed) {
            if (written.getOrDefault(fact.id(), 0L) < fact.sequence()) {
                throw new LostGuard("fact " + fact.id());
            }
        }
    }

    private static WriteModel<Document> write(Fact fact, @Nullable Fact before) {
        var contribution = new HashMap<String, Document>();
        fact.contribution()
                .cells()
                .forEach((cell, value) -> contribution
                        .computeIfAbsent(StoredCell.name(cell), none -> new Document())
                        .append(StoredCell.field(cell), value));
        var fields = new Document("sequence", fact.sequence())
                .append("partition", fact.partition())
                .append("contribution", new Document(Map.copyOf(contribution)));
        if (before == null) {
            var document = new Document("_id", fact.id());
            document.putAll(fields);
            return new InsertOneModel<>(document);
        }
        return new UpdateOneModel<>(
                new Document("_id", fact.id()).append("sequence", before.sequence()), new Document("$set", fields));
    }

    private static Fact fact(Document document) {
        var cells = new HashMap<Cell, Long>();
        document.get("contribution", Document.class).forEach((name, fields) -> {
            if (fields instanceof Document together) {
                together.forEach((field, value) -> cells.put(StoredCell.cell(name, field), FigurePlace.number(value)));
            } else {
                // As it was written when each cell stood alone.
                cells.put(Cell.parse(name), FigurePlace.number(fields));
            }
        });
        return new Fact(
                document.getString("_id"),
                document.getLong("sequence"),
                document.getInteger("partition"),
                new Contribution(cells));
    }
}

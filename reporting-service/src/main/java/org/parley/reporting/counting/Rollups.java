package org.parley.reporting.counting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.parley.reporting.Figure;

/**
 * Rollups in the store, one document per metric group, partition and month, and one over all time. Read by computed ids
 * only, so what a figure costs does not grow with what was counted.
 */
public class Rollups {

    private final MongoCollection<Document> collection;

    Rollups(MongoDatabase database) {
        collection = database.getCollection("rollups");
        collection.createIndex(new Document("_id", 1).append("fence", 1), new IndexOptions().unique(true));
    }

    /** The fences of those that exist. */
    Map<RollupId, Fence> fences(Collection<RollupId> ids) {
        var fences = new HashMap<RollupId, Fence>();
        find(ids, "fence").forEach((id, rollup) -> fences.put(id, fence(rollup)));
        return fences;
    }

    /**
     * Writes what is news, each under the fence it was computed from.
     *
     * @return all of them as they stand afterwards, without their cells
     * @throws LostGuard if another copy got in between for one of them; the others may be written
     */
    Map<RollupId, Document> write(Collection<RollupChange> changes) {
        var token = UUID.randomUUID().toString();
        var news = changes.stream().filter(RollupChange::isNews).toList();
        Bulk.write(collection, news.stream().map(change -> write(change, token)).toList());
        // The totals of a bulk can't tell which one lost, so each is asked for the writer's token.
        var written = find(
                changes.stream().map(RollupChange::id).toList(),
                "fence",
                "writer",
                "asOf",
                "figures",
                "days",
                "revisions");
        for (var change : news) {
            var rollup = written.get(change.id());
            if (rollup == null || !token.equals(rollup.getString("writer"))) {
                throw new LostGuard("rollup " + change.id().text());
            }
        }
        return written;
    }

    /** Every partition's part of these figures. */
    public List<Partial> parts(Collection<Figure> figures) {
        var places = figures.stream().map(FigurePlace::of).toList();
        var ids = places.stream()
                .flatMap(place -> IntStream.range(0, Source.PARTITIONS).mapToObj(place::in))
                .collect(Collectors.toSet());
        var rollups = find(ids, "asOf", "figures", "days", "revisions");
        var parts = new ArrayList<Partial>();
        for (var place : places) {
            for (var partition = 0; partition < Source.PARTITIONS; partition++) {
                var rollup = rollups.get(place.in(partition));
                if (rollup != null) {
                    parts.add(Partial.of(place, partition, rollup));
                }
            }
        }
        return parts;
    }

    private static WriteModel<Document> write(RollupChange change, String token) {
        var known = change.known();
        if (known == null) {
            var rollup = new Document("_id", change.id().text())
                    .append("fence", change.fence().text())
                    .append("writer", token)
                    .append("asOf", Date.from(change.asOf()));
            change.increments().forEach((path, value) -> put(rollup, path, value));
            change.revisions().forEach((path, value) -> put(rollup, path, value));
            return new InsertOneModel<>(rollup);
        }
        var set = new Document("fence", change.fence().text()).append("writer", token);
        set.putAll(change.revisions());
        var update = new Document("$set", set).append("$max", new Document("asOf", Date.from(change.asOf())));
        if (!change.increments().isEmpty()) {
            update.append("$inc", new Document(change.increments()));
        }
        return new UpdateOneModel<>(new Document("_id", change.id().text()).append("fence", known.text()), update);
    }

    private static void put(Document rollup, String path, long value) {
        var parent = rollup;
        var names = path.split("\\.", -1);
        for (var i = 0; i < names.length - 1; i++) {
            parent = (Document) parent.computeIfAbsent(names[i], name -> new Document());
        }
        parent.put(names[names.length - 1], value);
    }

    /** Whole documents, or only the named fields of them; the id always. */
    Map<RollupId, Document> find(Collection<RollupId> ids, String... fields) {
        var byText = new HashMap<String, RollupId>();
        ids.forEach(id -> byText.put(id.text(), id));
        var found = new HashMap<RollupId, Document>();
        if (!ids.isEmpty()) {
            var projection = new Document();
            Set.of(fields).forEach(field -> projection.append(field, 1));
            collection
                    .find(new Document("_id", new Document("$in", List.copyOf(byText.keySet()))))
                    .projection(projection)
                    .batchSize(byText.size() + 1)
                    .forEach(rollup -> found.put(byText.get(rollup.getString("_id")), rollup));
        }
        return found;
    }

    static Fence fence(Document rollup) {
        return Fence.parse(rollup.getString("fence"));
    }

    static Instant asOf(Document rollup) {
        return rollup.getDate("asOf").toInstant();
    }
}

package org.parley.referral.contacts;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.parley.starter.store.Coalescer;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The keys of all that is sealed, in a collection of their own: whoever takes a key out of it has destroyed what it
 * opens, in every copy and backup of the data. Its own backups are kept for a shorter time (see the runbook).
 */
@Component
public class Keyrings {

    private final MongoCollection<Document> collection;
    private final Coalescer<Keyring> together = new Coalescer<>(this::insert);

    Keyrings(MongoTemplate mongo) {
        this.collection = mongo.getCollection("keyrings");
    }

    void addAll(Collection<Keyring> rings) {
        if (rings.size() == 1) {
            var ring = rings.iterator().next();
            if (!together.write(ring)) {
                addAgain(ring);
            }
        } else if (!rings.isEmpty()) {
            var all = List.copyOf(rings);
            insert(all).forEach(place -> addAgain(all.get(place)));
        }
    }

    /** The wrapped key to each of these, where there is one still; one round trip. */
    Map<Sealed, Binary> find(Collection<Sealed> sealed) {
        var ids = new HashSet<String>();
        var keys = new HashMap<Sealed, Binary>();
        sealed.forEach(one -> {
            Optional.ofNullable(one.key()).ifPresent(key -> keys.put(one, key));
            Optional.ofNullable(one.ring()).ifPresent(ids::add);
        });
        if (!ids.isEmpty()) {
            var rings = read(ids);
            sealed.forEach(one -> Optional.ofNullable(one.ring())
                    .map(rings::get)
                    .map(ring -> ring.get(one.what(), Binary.class))
                    .ifPresent(key -> keys.put(one, key)));
        }
        return keys;
    }

    /** Destroys all keys of these rings but those to what is still sealed; safe to repeat. */
    public void keepOnly(Collection<Sealed> still, Collection<String> rings) {
        read(rings).forEach((id, keys) -> {
            var wanted = new HashSet<String>();
            still.stream().filter(one -> id.equals(one.ring())).forEach(one -> wanted.add(one.what()));
            var gone = new Document();
            keys.keySet().stream()
                    .filter(what -> !wanted.contains(what))
                    .forEach(what -> gone.append("keys." + what, ""));
            if (wanted.isEmpty()) {
                collection.deleteOne(new Document("_id", id));
            } else if (!gone.isEmpty()) {
                collection.updateOne(new Document("_id", id), new Document("$unset", gone));
            }
        });
    }

    void remove(Collection<String> rings) {
        if (!rings.isEmpty()) {
            collection.deleteMany(new Document("_id", new Document("$in", List.copyOf(rings))));
        }
    }

    private Map<String, Document> read(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            collection
                    .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                    .forEach(ring -> found.put(ring.getString("_id"), ring.get("keys", Document.class)));
        }
        return found;
    }

    private Set<Integer> insert(List<Keyring> rings) {
        var documents = new ArrayList<Document>(rings.size());
        rings.forEach(ring -> documents.add(document(ring)));
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            var failed = new HashSet<Integer>();
            e.getWriteErrors().forEach(error -> failed.add(error.getIndex()));
            return failed;
        }
    }

    /** Its id is random: one that is there is this very one. */
    private void addAgain(Keyring ring) {
        collection.updateOne(
                new Document("_id", ring.id()),
                new Document("$set", new Document("keys", new Document(new HashMap<>(ring.keys())))),
                new UpdateOptions().upsert(true));
    }

    private static Document document(Keyring ring) {
        return new Document("_id", ring.id()).append("keys", new Document(new HashMap<>(ring.keys())));
    }
}

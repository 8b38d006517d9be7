package org.parley.referral.places;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.parley.referral.keys.Keys;
import org.parley.starter.keys.HashKey;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Gives each place a random id, once and for ever. The store holds keyed hashes of addresses, never an address. */
@Component
public final class Places {

    private static final int REMEMBERED = 20_000;

    private final MongoCollection<Document> collection;
    private final HashKey key;
    private final Map<String, UUID> recent = new Recent();

    Places(MongoTemplate mongo, Keys keys) {
        this.collection = mongo.getCollection("places");
        this.key = keys.places();
    }

    /** The id of each address that names a place; at most two round trips, none when all are remembered. */
    public Map<Address, UUID> of(Collection<Address> addresses) {
        var hashes = new LinkedHashMap<Address, String>();
        addresses.forEach(address -> address.normalised()
                .ifPresent(text -> hashes.put(address, key.hash(text.getBytes(StandardCharsets.UTF_8)))));
        var known = remembered(hashes.values());
        var missing = new HashSet<>(hashes.values());
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            known.putAll(stored(missing));
            remember(known);
        }
        var ids = new HashMap<Address, UUID>();
        hashes.forEach((address, hash) -> ids.put(address, known.get(hash)));
        return ids;
    }

    private Map<String, UUID> stored(Set<String> hashes) {
        var fresh = new HashMap<String, UUID>();
        hashes.forEach(hash -> fresh.put(hash, UUID.randomUUID()));
        var inserts = hashes.stream()
                .map(hash -> new Document("_id", hash).append("place", String.valueOf(fresh.get(hash))))
                .toList();
        try {
            collection.insertMany(inserts, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            // Some were known. Which, a bulk's errors can't be trusted to say, so the store is asked.
            collection
                    .find(new Document("_id", new Document("$in", List.copyOf(hashes))))
                    .forEach(place -> fresh.put(place.getString("_id"), UUID.fromString(place.getString("place"))));
        }
        return fresh;
    }

    private Map<String, UUID> remembered(Collection<String> hashes) {
        var known = new HashMap<String, UUID>();
        synchronized (recent) {
            hashes.forEach(hash -> {
                var place = recent.get(hash);
                if (place != null) {
                    known.put(hash, place);
                }
            });
        }
        return known;
    }

    private void remember(Map<String, UUID> places) {
        synchronized (recent) {
            recent.putAll(places);
        }
    }

    /** The places asked for last. */
    private static final class Recent extends LinkedHashMap<String, UUID> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > REMEMBERED;
        }
    }
}

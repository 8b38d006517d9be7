package org.parley.faults.look;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** The stores, read past all services. */
final class Stores implements AutoCloseable {

    /** Collection with an outbox → its database. */
    private static final Map<String, String> AGGREGATES = Map.of(
            "referrals", "parley-referral",
            "trainings", "parley-enrollment",
            "certificates", "parley-enrollment",
            "sessions", "parley-session",
            "micro-interventions", "parley-session");

    private final MongoClient client;

    Stores(String uri) {
        this.client = MongoClients.create(uri);
    }

    /** Collection → documents with events that were not sent or not cleared. Empty when there are none. */
    Map<String, Long> pending() {
        var pending = new TreeMap<String, Long>();
        AGGREGATES.keySet().forEach(name -> {
            var waiting = collection(name)
                    .countDocuments(new Document("outbox.time", new Document("$gt", Date.from(Instant.EPOCH))));
            if (waiting > 0) {
                pending.put("outbox of " + name, waiting);
            }
        });
        return pending;
    }

    Map<String, Set<String>> ids() {
        var ids = new HashMap<String, Set<String>>();
        AGGREGATES.keySet().forEach(name -> {
            var found = new HashSet<String>();
            collection(name)
                    .find()
                    .projection(new Document("_id", 1))
                    .forEach(document -> found.add(document.getString("_id")));
            ids.put(name, found);
        });
        return ids;
    }

    /** Aggregate → sequence applied. */
    Map<String, Long> facts() {
        var facts = new HashMap<String, Long>();
        client.getDatabase("parley-reporting")
                .getCollection("facts")
                .find()
                .projection(new Document("sequence", 1))
                .forEach(fact -> facts.put(fact.getString("_id"), fact.getLong("sequence")));
        return facts;
    }

    /** Center → how far it has acknowledged its inbox. */
    Map<String, Long> acknowledged() {
        var acks = new HashMap<String, Long>();
        client.getDatabase("parley-referral")
                .getCollection("acks")
                .find()
                .forEach(ack -> acks.put(ack.getString("_id"), ack.getLong("upTo")));
        return acks;
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase(AGGREGATES.getOrDefault(name, "")).getCollection(name);
    }

    @Override
    public void close() {
        client.close();
    }
}

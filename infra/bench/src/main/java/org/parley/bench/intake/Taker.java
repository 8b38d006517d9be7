package org.parley.bench.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Operations;

/**
 * Somebody who takes referrals in: Parley or a peer.
 *
 * @param topic where it tells them, with its prefix
 * @param events how many it tells of each
 * @param operations what it has asked of store and broker so far
 * @param unsent whether the store holds something of these that was not marked as sent yet
 */
public record Taker(
        String name,
        URI address,
        MongoCollection<Document> stored,
        String topic,
        int events,
        Supplier<Operations> operations,
        Predicate<Collection<String>> unsent) {

    /** @param prefix of its topics and its database */
    public static Taker parley(Ground ground, String name, String prefix, URI address) {
        var referrals = ground.mongo().getDatabase(prefix + "-referral-service").getCollection("referrals");
        var administrator = ground.token("administrator");
        return new Taker(
                name,
                address,
                referrals,
                prefix + ".parley.referrals.v1",
                2,
                () -> Operations.of(address, administrator),
                ids -> hasOutbox(referrals, ids));
    }

    static Taker modulith(Ground ground, URI address) {
        MongoDatabase database = ground.mongo().getDatabase(ground.database("modulith"));
        var publications = database.getCollection("event_publication");
        return new Taker(
                "Spring Modulith",
                address,
                database.getCollection("referrals"),
                ground.topic("modulith.referrals"),
                1,
                () -> new Operations(Map.of()),
                _ -> publications.find().limit(1).first() != null);
    }

    /** By id and nothing else: anything more is a scan in the embedded store, and holds up whoever writes. */
    private static boolean hasOutbox(MongoCollection<Document> referrals, Collection<String> ids) {
        for (var one : referrals
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .projection(new Document("outbox", 1))) {
            if (!one.getList("outbox", Document.class, List.of()).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}

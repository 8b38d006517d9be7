package org.parley.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which sessions wait to hear more of a referral, one document for each referral that some wait for. */
@Component
class Waiting {

    private static final String SESSIONS = "sessions";

    private final MongoCollection<Document> referrals;

    Waiting(MongoTemplate mongo) {
        this.referrals = mongo.getCollection("waiting");
    }

    /** Safe to repeat. */
    void add(UUID session, UUID referral) {
        referrals.updateOne(
                new Document("_id", referral.toString()),
                new Document("$addToSet", new Document(SESSIONS, session.toString())),
                new UpdateOptions().upsert(true));
    }

    void remove(UUID session, UUID referral) {
        referrals.updateOne(
                new Document("_id", referral.toString()),
                new Document("$pull", new Document(SESSIONS, session.toString())));
    }

    Set<UUID> waitingFor(Collection<String> some) {
        var waiting = new LinkedHashSet<UUID>();
        for (var referral : referrals.find(new Document("_id", new Document("$in", List.copyOf(some))))) {
            referral.getList(SESSIONS, String.class, List.of()).forEach(id -> waiting.add(UUID.fromString(id)));
        }
        return waiting;
    }
}

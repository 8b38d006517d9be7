package org.parley.referral.keys;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The systems that may send contacts over Kafka. What is changed counts from the next poll on, in every copy. */
@Component
public final class IntakeSystems {

    private final MongoCollection<Document> collection;

    IntakeSystems(MongoTemplate mongo) {
        this.collection = mongo.getCollection("intake-systems");
    }

    public Optional<IntakeSystem> find(String client) {
        return Optional.ofNullable(collection.find(new Document("_id", client)).first())
                .map(IntakeSystems::read);
    }

    /** True when there was none of this name. */
    public boolean put(IntakeSystem system) {
        var fields = new Document(
                        "keys", system.keys().stream().map(JWK::toJSONString).toList())
                .append("commands", system.commands().stream().sorted().toList());
        var result = collection.updateOne(
                new Document("_id", system.client()), new Document("$set", fields), new UpdateOptions().upsert(true));
        return result.getUpsertedId() != null;
    }

    public void remove(String client) {
        collection.deleteOne(new Document("_id", client));
    }

    private static IntakeSystem read(Document found) {
        var keys = new ArrayList<JWK>();
        try {
            for (var key : found.getList("keys", String.class)) {
                keys.add(JWK.parse(key));
            }
        } catch (ParseException e) {
            throw new IllegalStateException("A key that was stored can't be read", e);
        }
        return new IntakeSystem(found.getString("_id"), keys, new HashSet<>(found.getList("commands", String.class)));
    }
}

package org.parley.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.parley.referral.ReferralEvent.What;
import org.parley.referral.contacts.Keyrings;
import org.parley.referral.contacts.Sealed;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where contacts are no longer to be known, their keys are destroyed before the world hears of it. The referral says
 * what is still sealed; a key that nothing needs once is never needed again.
 */
@Component
class KeyDestroyer implements OutboxFollower {

    private static final Set<String> ALWAYS =
            Set.of(What.AMENDED.type(), What.CONSENT_REVOKED.type(), What.CONTACTS_SHREDDED.type());

    /** Where it is consent that ended it. */
    private static final Set<String> WITH_CONSENT = Set.of(What.CLOSED.type(), What.WITHDRAWN.type());

    private final MongoTemplate mongo;
    private final Keyrings rings;
    private final JsonMapper json;

    KeyDestroyer(MongoTemplate mongo, Keyrings rings, JsonMapper json) {
        this.mongo = mongo;
        this.rings = rings;
        this.json = json;
    }

    @Override
    public boolean follows(String type) {
        return ALWAYS.contains(type) || WITH_CONSENT.contains(type);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        if (WITH_CONSENT.contains(entry.type())
                && !json.readTree(entry.data()).path("reason").asString("").equals(Ending.CONSENT_REVOKED)) {
            return;
        }
        var found = mongo.getCollection("referrals")
                .find(new Document("_id", documentId))
                .projection(new Document("body.origin", 1))
                .first();
        if (found != null) {
            var origin = found.get("body", Document.class).get("origin", Document.class);
            rings.keepOnly(sealed(origin), origin.getList("rings", String.class, List.of()));
        }
    }

    private static List<Sealed> sealed(Document origin) {
        var sealed = new ArrayList<Sealed>();
        origin.getList("sealed", Document.class, List.of())
                .forEach(one -> sealed.add(new Sealed(
                        one.getString("what"),
                        one.getString("ring"),
                        null,
                        Optional.ofNullable(one.get("content", Binary.class)).orElse(new Binary(new byte[0])))));
        return sealed;
    }
}

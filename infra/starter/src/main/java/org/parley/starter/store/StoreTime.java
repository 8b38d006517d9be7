package org.parley.starter.store;

import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The one clock that all copies of a service share: their store's. */
public final class StoreTime {

    private final MongoTemplate mongo;

    public StoreTime(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** How far a clock is from it; zero where the store doesn't say. */
    public Duration offset(Instant now) {
        var said = mongo.executeCommand(new Document("isMaster", 1)).getDate("localTime");
        return said == null
                ? Duration.ZERO
                : Duration.between(said.toInstant(), now).abs();
    }
}

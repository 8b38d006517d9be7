package org.parley.referral.timekeeping;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.parley.referral.Outages;
import org.parley.referral.Outages.Outage;
import org.parley.starter.store.ClockCheck;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether any copy of the service is alive, and when none was. Each says so with every look at the deadlines; whoever
 * finds a silence writes it down as an outage, once, however many find it.
 */
@Component
class Pulse {

    private static final String ID = "timekeeper";

    private final ClockCheck clockCheck;
    private final MongoCollection<Document> collection;
    private final TimekeepingSettings settings;

    Pulse(MongoTemplate mongo, TimekeepingSettings settings, MeterRegistry meters) {
        this.clockCheck =
                new ClockCheck(mongo, settings.clockTolerance(), "parley.referral.timekeeping.suspended", meters);
        this.collection = mongo.getCollection("timekeeping");
        this.settings = settings;
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    }

    /** @param done the hour before which everything has been looked at */
    record Beat(Outages outages, Instant done) {}

    /** Alive, and all there is to know of the times when nobody was. */
    Beat beat(Instant now) {
        var known = collection.find(new Document("_id", ID)).first();
        if (known == null) {
            begin(now);
            return beat(now);
        }
        var alive = known.getDate("alive").toInstant();
        var update =
                new Document("$set", new Document("alive", Date.from(now))).append("$inc", new Document("version", 1L));
        var outages = outages(known);
        if (Duration.between(alive, now).compareTo(settings.outageAfter()) > 0) {
            outages.add(new Outage(alive, now));
            update.append(
                    "$push",
                    new Document("outages", new Document("from", Date.from(alive)).append("to", Date.from(now))));
        }
        var guard = new Document("_id", ID).append("version", known.getLong("version"));
        var written = now.isBefore(alive) || collection.updateOne(guard, update).getModifiedCount() == 1;
        return written ? new Beat(new Outages(outages), known.getDate("done").toInstant()) : beat(now);
    }

    void done(Instant hour) {
        collection.updateOne(new Document("_id", ID), new Document("$max", new Document("done", Date.from(hour))));
    }

    /** No deadline passes by such a clock. */
    boolean isClockWrong(Instant now) {
        return clockCheck.isWrong(now);
    }

    private void begin(Instant now) {
        try {
            collection.insertOne(new Document("_id", ID)
                    .append("version", 1L)
                    .append("alive", Date.from(now))
                    .append("done", Date.from(Wakeups.hour(now)))
                    .append("outages", List.of()));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static List<Outage> outages(Document known) {
        var outages = new ArrayList<Outage>();
        known.getList("outages", Document.class)
                .forEach(one -> outages.add(new Outage(
                        one.getDate("from").toInstant(), one.getDate("to").toInstant())));
        return outages;
    }
}

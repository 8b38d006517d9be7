package org.parley.referral.contacts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.parley.referral.contacts.Look.Purpose;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The audit trail: who was shown what of whom. One document for each referral and month, so that none grows for ever. */
@Component
public class Looks {

    private final MongoCollection<Document> collection;

    Looks(MongoTemplate mongo) {
        this.collection = mongo.getCollection("looks");
    }

    /** To be called before anything is shown: what can't be written down must not be seen. */
    public void write(UUID referral, Look look) {
        var entry = new Document("at", Date.from(look.at()))
                .append("role", look.role())
                .append("actor", look.actor())
                .append("purpose", look.purpose().name())
                .append("what", look.what());
        var update = new Document("$push", new Document("looks", entry));
        var id = new Document("_id", id(referral, month(look.at())));
        try {
            collection.updateOne(id, update, new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another one was the first of the month at the same moment.
            collection.updateOne(id, update);
        }
    }

    /** All of a referral between two moments, earliest first. */
    public List<Look> read(UUID referral, Instant from, Instant to) {
        var ids = new ArrayList<String>();
        for (var month = month(from); !month.isAfter(month(to)); month = month.plusMonths(1)) {
            ids.add(id(referral, month));
        }
        var looks = new ArrayList<Look>();
        collection
                .find(new Document("_id", new Document("$in", ids)))
                .forEach(found -> found.getList("looks", Document.class).forEach(one -> looks.add(look(one))));
        looks.sort(Comparator.comparing(Look::at));
        return looks;
    }

    private static Look look(Document one) {
        return new Look(
                one.getDate("at").toInstant(),
                one.getString("role"),
                one.getString("actor"),
                Purpose.valueOf(one.getString("purpose")),
                one.getList("what", String.class));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static String id(UUID referral, YearMonth month) {
        return referral + "/" + month;
    }
}

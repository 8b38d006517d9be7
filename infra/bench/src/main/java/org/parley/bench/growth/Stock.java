package org.parley.bench.growth;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import org.bson.Document;
import org.parley.bench.harness.Progress;
import org.parley.bench.intake.Samples;

/**
 * What years have left behind, put straight into the store: referrals, feed entries, places and facts like those that the
 * services wrote, each with ids of its own. Nothing of it is still to be sent. The rollups need no filling: how many
 * there are depends on the months, not on the referrals.
 */
final class Stock {

    private static final int AT_ONCE = 1_000;

    private final MongoDatabase referral;
    private final MongoDatabase reporting;
    private final Samples samples;

    Stock(MongoDatabase referral, MongoDatabase reporting, Samples samples) {
        this.referral = referral;
        this.reporting = reporting;
        this.samples = samples;
    }

    /** @param total how many of each there are afterwards */
    void fill(long total) {
        var referrals = referral.getCollection("referrals");
        var settled = new Document(samples.document()).append("outbox", List.of());
        fill(referrals, total, _ -> referral(settled));
        fill(
                referral.getCollection("places"),
                total,
                _ -> new Document("_id", newId() + newId()).append("place", newId()));
        var center = Objects.requireNonNull(samples.feedEntry().getString("center"));
        var entries = referral.getCollection("feed");
        var last = entries.countDocuments(new Document("center", center));
        fill(entries, total, number -> entry(center, last + number));
        var facts = reporting.getCollection("facts");
        var fact = Objects.requireNonNull(facts.find().first(), "a fact");
        fill(facts, total, _ -> new Document(fact).append("_id", newId()));
    }

    private static Document referral(Document sample) {
        var id = newId();
        return new Document(sample).append("_id", id).append("sequences", new Document(id, 2L));
    }

    /** Numbered on without a gap, as a feed is. */
    private Document entry(String center, long number) {
        return new Document(samples.feedEntry())
                .append("_id", center + "/" + number)
                .append("n", number)
                .append("about", newId())
                .append("referral", newId());
    }

    private static void fill(MongoCollection<Document> collection, long total, LongFunction<Document> make) {
        var there = collection.estimatedDocumentCount();
        var batch = new ArrayList<Document>(AT_ONCE);
        for (var number = 1L; there + number <= total; number++) {
            batch.add(make.apply(number));
            if (batch.size() == AT_ONCE || there + number == total) {
                collection.insertMany(batch, new InsertManyOptions().ordered(false));
                batch.clear();
            }
        }
        Progress.say(
                "%s holds %s",
                collection.getNamespace().getFullName(),
                String.format(Locale.ROOT, "%,d", collection.estimatedDocumentCount()));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}

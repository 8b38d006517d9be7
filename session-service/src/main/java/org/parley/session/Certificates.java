package org.parley.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Which certificates officers hold, one document per officer, so that they are found by its id. Every event has a field
 * of its own in there, and the newest is chosen when reading: so events may come twice and in any order, and no write
 * has to know what is there.
 */
@Component
public class Certificates {

    private static final BinaryOperator<CertificateTerm> NEWER =
            BinaryOperator.maxBy(Comparator.comparingLong(CertificateTerm::sequence));

    /** Sessions that were logged without a valid certificate, by id. */
    private static final String WAITING = "waiting";

    private final MongoCollection<Document> officers;

    Certificates(MongoTemplate mongo) {
        this.officers = mongo.getCollection("officers");
    }

    public void learn(Collection<CertificateTerm> terms) {
        if (!terms.isEmpty()) {
            var writes = terms.stream().map(Certificates::learning).toList();
            officers.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Whether one of the officers has a certificate that counts on that day. */
    boolean anyValid(Collection<UUID> some, LocalDate day) {
        var ids = some.stream().map(UUID::toString).toList();
        var newest = new HashMap<UUID, CertificateTerm>();
        for (var officer : officers.find(new Document("_id", new Document("$in", ids)))) {
            var terms = officer.get("terms", Document.class);
            if (terms == null) {
                continue; // nothing but sessions that wait
            }
            terms.values().forEach(value -> {
                var term = term(officer.getString("_id"), (Document) value);
                newest.merge(term.certificate(), term, NEWER);
            });
        }
        return newest.values().stream().anyMatch(term -> term.covers(day));
    }

    /** Has a session wait for a certificate of these officers; safe to repeat. */
    void wait(UUID session, Collection<UUID> some) {
        change(some, new Document("$addToSet", new Document(WAITING, session.toString())), true);
    }

    void waitNoMore(UUID session, Collection<UUID> some) {
        change(some, new Document("$pull", new Document(WAITING, session.toString())), false);
    }

    /** The sessions that wait for a certificate of one of these officers. */
    Set<UUID> waitingFor(Collection<UUID> some) {
        var ids = some.stream().map(UUID::toString).toList();
        var waiting = new LinkedHashSet<UUID>();
        for (var officer : officers.find(new Document("_id", new Document("$in", ids)))) {
            officer.getList(WAITING, String.class, List.of()).forEach(id -> waiting.add(UUID.fromString(id)));
        }
        return waiting;
    }

    private void change(Collection<UUID> some, Document update, boolean alsoNew) {
        some.forEach(officer -> officers.updateOne(
                new Document("_id", officer.toString()), update, new UpdateOptions().upsert(alsoNew)));
    }

    private static UpdateOneModel<Document> learning(CertificateTerm term) {
        var field = "terms." + term.certificate() + ":" + term.sequence();
        var value = new Document("certificate", term.certificate().toString())
                .append("sequence", term.sequence())
                .append("issuedOn", term.issuedOn().toString())
                .append("validUntil", term.validUntil().toString());
        return new UpdateOneModel<>(
                new Document("_id", term.officer().toString()),
                new Document("$set", new Document(field, value)),
                new UpdateOptions().upsert(true));
    }

    private static CertificateTerm term(String officer, Document value) {
        return new CertificateTerm(
                UUID.fromString(value.getString("certificate")),
                value.getLong("sequence"),
                UUID.fromString(officer),
                LocalDate.parse(value.getString("issuedOn")),
                LocalDate.parse(value.getString("validUntil")));
    }
}

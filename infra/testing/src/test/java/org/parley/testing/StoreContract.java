package org.parley.testing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Parley relies on in a store. Whatever speaks the protocol and passes this can hold Parley's documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {

    private MongoClient client;
    MongoCollection<Document> documents;

    abstract String uri();

    @BeforeAll
    void connect() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri()))
                // what a kill cuts off shall soon say so
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .build());
    }

    @AfterAll
    void disconnect() {
        client.close();
    }

    @BeforeEach
    void newCollection() {
        var scope = Backing.newScope();
        documents = client.getDatabase(scope).getCollection("documents");
        documents.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
    }

    @Test
    void readsMoreThanOneMessageHolds() {
        var text = "x".repeat(100_000);
        for (var hundred = 0; hundred < 6; hundred++) {
            var from = hundred * 100;
            documents.insertMany(IntStream.range(from, from + 100)
                    .mapToObj(n -> new Document("_id", "d" + n).append("text", text))
                    .toList());
        }

        assertThat(documents.find().map(document -> document.getString("_id"))).hasSize(600);
    }

    @Test
    void guardedUpdateTellsWhetherItWon() {
        documents.insertOne(new Document("_id", "a").append("version", 1L).append("outbox", List.of()));

        var won = documents.updateOne(guard("a", 1), combine(set("version", 2L), set("state", "OPEN")));
        var lost = documents.updateOne(guard("a", 1), combine(set("version", 2L), set("state", "CLOSED")));

        assertThat(won.getModifiedCount()).isOne();
        assertThat(lost.getModifiedCount()).isZero();
        assertThat(find("a")).containsEntry("version", 2L).containsEntry("state", "OPEN");
    }

    @Test
    void oneOfManyGuardedUpdatesWinsEachVersion() throws Exception {
        documents.insertOne(new Document("_id", "a").append("version", 0L).append("sum", 0L));
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> raise = () -> {
                for (var done = 0; done < 25; ) {
                    var seen = find("a");
                    var version = seen.getLong("version");
                    // both fields must be of the same version: a torn read would make the sum wrong
                    assertThat(seen.getLong("sum")).isEqualTo(version * 3);
                    done += (int) documents
                            .updateOne(
                                    guard("a", version),
                                    combine(set("version", version + 1), set("sum", seen.getLong("sum") + 3)))
                            .getModifiedCount();
                }
                return null;
            };
            for (Future<Void> one : workers.invokeAll(List.of(raise, raise, raise, raise))) {
                one.get();
            }
        }
        assertThat(find("a")).containsEntry("version", 100L).containsEntry("sum", 300L);
    }

    @Test
    void oneWriteChangesStateAndAppendsEvents() {
        documents.insertOne(new Document("_id", "a").append("version", 1L).append("outbox", List.of(entry(1))));

        documents.updateOne(
                guard("a", 1),
                combine(
                        set("version", 2L),
                        set("state.name", "OFFERED"),
                        pushEach("outbox", List.of(entry(2), entry(3)))));

        assertThat(find("a").getList("outbox", Document.class)).containsExactly(entry(1), entry(2), entry(3));
        assertThat(find("a").get("state", Document.class)).containsEntry("name", "OFFERED");
    }

    @Test
    void clearingUpToASequenceKeepsWhatCameLater() {
        documents.insertOne(new Document("_id", "a").append("version", 1L).append("outbox", List.of(entry(1))));
        documents.updateOne(eq("_id", "a"), push("outbox", entry(2)));

        documents.updateOne(eq("_id", "a"), pull("outbox", new Document("entry", new Document("$lte", 1L))));

        assertThat(find("a").getList("outbox", Document.class)).containsExactly(entry(2));
        assertThat(find("a")).containsEntry("version", 1L);
    }

    @Test
    void findsManyById() {
        documents.insertMany(IntStream.range(0, 300)
                .mapToObj(n -> new Document("_id", "d" + n).append("version", 1L))
                .toList());

        var found = documents
                .find(in("_id", "d7", "d250", "d299", "missing"))
                .map(one -> one.getString("_id"))
                .into(new ArrayList<>());

        assertThat(found).containsExactlyInAnyOrder("d7", "d250", "d299");
    }

    @Test
    void refusesASecondDocumentWithTheSameId() {
        documents.insertOne(new Document("_id", "a").append("version", 1L));

        assertThatThrownBy(() -> documents.insertOne(new Document("_id", "a").append("version", 5L)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThat(find("a")).containsEntry("version", 1L);
    }

    @Test
    void refusesASecondDocumentUnderAUniqueIndex() {
        documents.createIndex(Indexes.ascending("center", "offer"), new IndexOptions().unique(true));
        documents.insertOne(
                new Document("_id", "nypi/1").append("center", "nypi").append("offer", "o1"));

        assertThatThrownBy(() -> documents.insertOne(
                        new Document("_id", "nypi/2").append("center", "nypi").append("offer", "o1")))
                .isInstanceOf(MongoWriteException.class);
        documents.insertOne(
                new Document("_id", "imcr/1").append("center", "imcr").append("offer", "o1"));
    }

    @Test
    void sparseUniqueIndexLetsDocumentsWithoutTheFieldBe() {
        documents.createIndex(
                Indexes.ascending("external"), new IndexOptions().unique(true).sparse(true));
        documents.insertMany(List.of(new Document("_id", "a"), new Document("_id", "b")));
        documents.insertOne(new Document("_id", "c").append("external", "x"));

        assertThatThrownBy(() -> documents.insertOne(new Document("_id", "d").append("external", "x")))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void unorderedBulkDoesAllThatCanBeDone() {
        documents.insertOne(new Document("_id", "b").append("version", 1L));
        List<WriteModel<Document>> writes = List.of(
                new InsertOneModel<>(new Document("_id", "a").append("version", 1L)),
                new InsertOneModel<>(new Document("_id", "b").append("version", 9L)),
                new UpdateOneModel<>(guard("b", 1), combine(set("version", 2L), set("state", "NEW"))),
                new UpdateOneModel<>(guard("b", 77), set("state", "NEVER")),
                new InsertOneModel<>(new Document("_id", "c").append("version", 1L)));

        assertThatThrownBy(() -> documents.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);

        assertThat(documents.find().map(one -> one.getString("_id")).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(find("b")).containsEntry("version", 2L).containsEntry("state", "NEW");
    }

    @Test
    void upsertInsertsOnceAndThenUpdates() {
        for (var n = 0; n < 3; n++) {
            documents.updateOne(
                    eq("_id", "a"),
                    combine(setOnInsert("version", 1L), inc("count", 1L)),
                    new UpdateOptions().upsert(true));
        }
        assertThat(find("a")).containsEntry("version", 1L).containsEntry("count", 3L);
    }

    /** How a consumer keeps the newest foreign state: an older one hits the guard, then the id. */
    @Test
    void guardedUpsertOfAnOlderStateIsADuplicate() {
        documents.createIndex(Indexes.ascending("_id", "sequence"), new IndexOptions().unique(true));
        var upsert = new UpdateOptions().upsert(true);
        documents.updateOne(new Document("_id", "a").append("sequence", 1L), combine(set("state", "one")), upsert);

        assertThatThrownBy(() -> documents.updateOne(
                        new Document("_id", "a").append("sequence", 2L), combine(set("state", "two")), upsert))
                .isInstanceOf(MongoWriteException.class);
        assertThat(find("a")).containsEntry("state", "one");
    }

    @Test
    void findAndModifyAnswersWhatWasBefore() {
        documents.insertOne(new Document("_id", "a").append("version", 4L));

        var before = documents.findOneAndUpdate(
                guard("a", 4),
                combine(set("version", 5L), push("outbox", entry(1))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE));
        var lost = documents.findOneAndUpdate(
                guard("a", 4), set("version", 5L), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE));

        assertThat(before).containsEntry("version", 4L).doesNotContainKey("outbox");
        assertThat(lost).isNull();
    }

    @Test
    void keepsBytesOfSubtypeZero() {
        var bytes = new byte[] {0, 1, -1, 127, -128};
        documents.insertOne(new Document("_id", "a").append("sealed", new Binary(bytes)));

        assertThat(find("a").get("sealed", Binary.class).getData()).isEqualTo(bytes);
        assertThat(find("a").get("sealed", Binary.class).getType()).isZero();
    }

    @Test
    void changesOneElementOfAnArray() {
        documents.insertOne(new Document("_id", "a")
                .append(
                        "offers",
                        List.of(
                                new Document("number", 1).append("state", "DECLINED"),
                                new Document("number", 2).append("state", "PENDING"))));

        documents.updateOne(
                eq("_id", "a"),
                set("offers.$[one].state", "ACCEPTED"),
                new UpdateOptions().arrayFilters(List.of(eq("one.number", 2))));

        assertThat(find("a").getList("offers", Document.class))
                .extracting(one -> one.getString("state"))
                .containsExactly("DECLINED", "ACCEPTED");
    }

    @Test
    void groupsAndSums() {
        documents.insertMany(List.of(
                new Document("_id", "a").append("type", "NOISE").append("n", 2L),
                new Document("_id", "b").append("type", "NOISE").append("n", 3L),
                new Document("_id", "c").append("type", "DEBT").append("n", 7L)));

        var sums = documents
                .aggregate(List.of(
                        new Document("$match", new Document("n", new Document("$gt", 0))),
                        new Document("$group", new Document("_id", "$type").append("sum", new Document("$sum", "$n"))),
                        new Document("$sort", new Document("_id", 1))))
                .into(new ArrayList<>());

        assertThat(sums)
                .containsExactly(
                        new Document("_id", "DEBT").append("sum", 7L), new Document("_id", "NOISE").append("sum", 5L));
    }

    @Test
    void streamsMoreThanOneBatch() {
        documents.insertMany(IntStream.range(0, 2_500)
                .mapToObj(n -> new Document("_id", n).append("version", 1L))
                .toList());

        assertThat(documents.find().batchSize(100).into(new ArrayList<>())).hasSize(2_500);
    }

    @Test
    void answersAPing() {
        assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .containsKey("ok");
    }

    Document find(String id) {
        return documents.find(eq("_id", id)).first();
    }

    /** Flat equality on two fields: the form that both stores serve from the unique index. */
    static Document guard(String id, long version) {
        return new Document("_id", id).append("version", version);
    }

    private static Document entry(long number) {
        return new Document("entry", number).append("data", "x");
    }
}

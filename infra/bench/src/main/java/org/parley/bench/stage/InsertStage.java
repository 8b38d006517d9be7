package org.parley.bench.stage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load.Work;

/** The second stage: one document like one that a service wrote, into a collection with the same indexes. */
public final class InsertStage {

    private final MongoCollection<Document> collection;
    private final Document sample;
    private final UnaryOperator<Document> renew;

    private InsertStage(MongoCollection<Document> collection, Document sample, UnaryOperator<Document> renew) {
        this.collection = collection;
        this.sample = sample;
        this.renew = renew;
    }

    /**
     * Into a collection of its own with the same indexes.
     *
     * @param like where the sample stands
     * @param renew makes a shallow copy unique
     */
    public static InsertStage like(
            Ground ground, MongoCollection<Document> like, Document sample, UnaryOperator<Document> renew) {
        var collection = ground.mongo()
                .getDatabase(ground.database("stages"))
                .getCollection(like.getNamespace().getCollectionName());
        for (var index : like.listIndexes()) {
            if (!"_id_".equals(index.getString("name"))) {
                collection.createIndex(
                        index.get("key", Document.class), new IndexOptions().unique(index.getBoolean("unique", false)));
            }
        }
        return new InsertStage(collection, sample, renew);
    }

    /** Into the very collection. */
    public static InsertStage into(
            MongoCollection<Document> collection, Document sample, UnaryOperator<Document> renew) {
        return new InsertStage(collection, sample, renew);
    }

    public Work client() {
        return _ -> collection.insertOne(renew.apply(new Document(sample)));
    }

    public long count() {
        return collection.estimatedDocumentCount();
    }
}

package org.parley.testing;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract, for the store of this run. */
class StoreTest extends StoreContract {

    @Override
    String uri() {
        return Backing.mongodbUri();
    }

    @Test
    void losesNoAcknowledgedWriteInAKill() throws Exception {
        Backing.store().assumeKillable();
        var writers = 4;
        for (var writer = 0; writer < writers; writer++) {
            documents.insertOne(new Document("_id", "w" + writer).append("version", 0L));
        }
        var acknowledged = new AtomicLongArray(writers);
        var seen = new AtomicLong();
        var enough = new CountDownLatch(400);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < writers; writer++) {
                var id = writer;
                running.add(() -> {
                    writeUntilTheEnd(id, acknowledged, enough);
                    return null;
                });
            }
            // a reader may not see what a kill takes back, either
            running.add(() -> {
                readUntilTheEnd(seen);
                return null;
            });
            var ends = running.stream().map(workers::submit).toList();

            enough.await();
            Backing.store().kill();
            for (var end : ends) {
                end.get();
            }
        }
        Backing.store().start();

        for (var writer = 0; writer < writers; writer++) {
            var version = find("w" + writer).getLong("version");
            // at most one write was on its way
            assertThat(version).isBetween(acknowledged.get(writer), acknowledged.get(writer) + 1);
            // and the index agrees with the document
            assertThat(documents
                            .updateOne(guard("w" + writer, version), set("version", version + 1))
                            .getModifiedCount())
                    .isOne();
        }
        assertThat(find("w0").getLong("version")).isGreaterThanOrEqualTo(seen.get());
    }

    /** The same file, every time a bit older. */
    @Tag("proof")
    @RepeatedTest(20)
    void losesNothingInManyKills() throws Exception {
        losesNoAcknowledgedWriteInAKill();
    }

    private void writeUntilTheEnd(int writer, AtomicLongArray acknowledged, CountDownLatch enough) {
        try {
            for (var version = 0L; ; version++) {
                documents.updateOne(
                        guard("w" + writer, version), combine(set("version", version + 1), set("state", "x".repeat((int)
                                        (version % 50)))));
                acknowledged.set(writer, version + 1);
                enough.countDown();
            }
        } catch (MongoException killed) {
            // that is the end
        }
    }

    private void readUntilTheEnd(AtomicLong seen) {
        try {
            while (true) {
                seen.set(find("w0").getLong("version"));
            }
        } catch (MongoException killed) {
            // that is the end
        }
    }
}

package org.parley.testing;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.parley.processes.Checkout;
import org.parley.processes.Child;
import org.parley.processes.FreePort;
import org.parley.processes.Program;
import org.parley.processes.Recording;

/** The contract, for the store of this run. */
class StoreTest extends StoreContract {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

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

    /** Else it would answer errors for ever: a store that failed to write closes its file for good. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void endsWhenItCanNotWriteAndKeepsWhatItAcknowledged(@TempDir Path folder) {
        var port = FreePort.any();
        var program = Program.local(Checkout.root(), "store", "org.parley.local.store.Store");
        var command = new ArrayList<>(program.command(List.of("-Xmx128m"), Recording.existing(program)));
        command.addAll(List.of("--ends-with-parent", "--port=" + port, "--data=" + folder.resolve("store.db")));
        try (var store = new Child("store", command, Map.of(), folder.resolve("store.log"));
                var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            store.begin().awaitLine(" ready on ", PATIENCE);
            var things = client.getDatabase("full").getCollection("things");
            things.insertOne(new Document("_id", 0));
            store.limitFiles(folder.resolve("store.db").toFile().length() + 20_000);

            var acknowledged = new AtomicLong();
            assertThatThrownBy(() -> {
                        for (var n = 1; n < 10_000; n++) {
                            things.insertOne(new Document("_id", n).append("text", "x".repeat(1_000)));
                            acknowledged.set(n);
                        }
                    })
                    .isInstanceOf(MongoException.class);

            await().atMost(PATIENCE).until(() -> !store.isAlive());
            store.begin().awaitLine(" ready on ", PATIENCE);
            assertThat(things.countDocuments()).isBetween(acknowledged.get() + 1, acknowledged.get() + 2);
        }
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

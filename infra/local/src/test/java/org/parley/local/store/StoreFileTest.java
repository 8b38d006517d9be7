package org.parley.local.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackADocumentAsItWas() {
        var document = new Document("_id", "a")
                .append("text", "Zoë")
                .append("whole", 1)
                .append("long", 1L << 40)
                .append("fraction", 0.5)
                .append("yes", true)
                .append("none", null)
                .append("at", Instant.parse("2026-11-24T12:00:00.123Z"))
                .append("bytes", new BinData(new byte[] {1, 2, 3}))
                .append("object", new ObjectId())
                .append("many", Arrays.asList("x", null, new Document("deep", List.of(1, 2))));

        var read = reopened(
                        "documents",
                        new MVMap.Builder<Object, Document>().valueType(new DocumentType()),
                        map -> map.put("a", document))
                .get("a");

        assertThat(read).isEqualTo(document);
    }

    @Test
    void findsEachKeyAlsoWhereAFieldIsMissing() {
        var keys = List.of(
                new KeyValue("a", 1.0),
                new KeyValue("a", 2.0),
                new KeyValue("b", 1.0),
                new KeyValue("a", Missing.getInstance()),
                new KeyValue(Instant.parse("2026-11-24T12:00:00Z"), "a"),
                new KeyValue("a"));

        var read = reopened(
                "keys",
                new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()),
                map -> IntStream.range(0, keys.size()).forEach(n -> map.put(keys.get(n), "at " + n)));

        assertThat(read.size()).isEqualTo(keys.size());
        IntStream.range(0, keys.size())
                .forEach(n -> assertThat(read.get(keys.get(n))).isEqualTo("at " + n));
        assertThat(read.keySet())
                .filteredOn(key -> key.size() == 2 && key.get(1) instanceof Missing)
                .hasSize(1);
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        var file = folder.resolve("old.db");
        try (var old = MVStore.open(file.toString())) {
            old.openMap("databases.a.b").put("x", "y");
        }

        assertThatThrownBy(() -> Store.open(file)).hasMessageContaining("--reset");
    }

    /** In the middle of a command a commit would keep half of it, and housekeeping take pages from under a reader. */
    @Test
    void keepsNothingUntilItIsTold() {
        var file = folder.resolve("half.db");
        var store = Store.open(file);
        store.commit();
        var half = store.<Integer, String>openMap("half");
        IntStream.range(0, 100_000).forEach(n -> half.put(n, "x".repeat(200)));

        await().during(Duration.ofSeconds(2)).until(store::hasUnsavedChanges);

        store.closeImmediately();
        try (var again = Store.open(file)) {
            assertThat(again.getMapNames()).isEmpty();
        }
    }

    /** Keys are destroyed by being deleted: a page that nobody reads any more must not keep them. */
    @Test
    void whatIsDeletedIsNotInTheFileOnceItIsClosed() throws IOException {
        var file = folder.resolve("deleted.db");
        var kept = new Document("_id", "kept").append("text", "KEPT-MARKER");
        var gone = new Document("_id", "gone").append("key", new BinData("GONE-MARKER".getBytes(UTF_8)));
        var backend = new CommittingBackend(Store.open(file), () -> {});
        var documents = documents(backend.getMvStore());
        var index = index(backend.getMvStore());
        documents.put("kept", kept);
        documents.put("gone", gone);
        IntStream.range(0, 5_000).forEach(n -> {
            documents.put("n" + n, new Document("_id", "n" + n).append("n", n));
            index.put(new KeyValue("n" + n, n % 7), "n" + n);
        });
        backend.commit();
        assertThat(Files.readString(file, ISO_8859_1)).contains("KEPT-MARKER", "GONE-MARKER");

        documents.remove("gone");
        backend.close();

        assertThat(Files.readString(file, ISO_8859_1)).contains("KEPT-MARKER").doesNotContain("GONE-MARKER");
        try (var again = Store.open(file)) {
            assertThat(documents(again)).hasSize(5_001).containsEntry("kept", kept);
            IntStream.range(0, 5_000).forEach(n -> {
                assertThat(documents(again).get("n" + n)).containsEntry("n", n);
                assertThat(index(again).get(new KeyValue("n" + n, n % 7))).isEqualTo("n" + n);
            });
        }
    }

    private static MVMap<Object, Document> documents(MVStore store) {
        return store.openMap("keys", new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    }

    private static MVMap<KeyValue, Object> index(MVStore store) {
        return store.openMap("index", new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
    }

    private interface Writing<M> {
        void into(M map);
    }

    private <M extends MVMap<K, V>, K, V> M reopened(
            String name, MVMap.MapBuilder<M, K, V> builder, Writing<M> writing) {
        var file = folder.resolve(name + ".db");
        try (var store = Store.open(file)) {
            writing.into(store.openMap(name, builder));
        }
        return Store.open(file).openMap(name, builder);
    }
}

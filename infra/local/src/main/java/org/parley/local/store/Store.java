package org.parley.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.parley.local.Options;
import org.parley.local.Parent;

/**
 * The embedded store, on 127.0.0.1 only: {@code --port=27017 [--data=FILE] [--ends-with-parent]}; without a file it
 * keeps everything in memory.
 */
public final class Store {

    /** As many commands may wait for the disk; a scan then holds up nobody's handshake. */
    private static final int WORKERS = 16;

    /** Of what is in the file; raised when a file of before can't be read any more. */
    private static final int FORMAT = 1;

    private Store() {}

    public static void main(String... arguments) throws IOException {
        var options = Options.of(arguments);
        if (options.has("ends-with-parent")) {
            Parent.endWithIt();
        }
        System.out.println("This embedded store is for evaluation and tests. For real work name a MongoDB server in"
                + " PARLEY_MONGODB_URI.");
        var file = options.optionalPath("data");
        if (file != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        var server = new MongoServer(new CommittingBackend(openOrEnd(file), Store::broken));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "store-shutdown"));
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port("port")), 1, WORKERS);
        System.out.println("store ready on 127.0.0.1:" + options.port("port"));
    }

    private static MVStore openOrEnd(@Nullable Path file) {
        try {
            return open(file);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /** @throws IllegalStateException for a file of another format */
    static MVStore open(@Nullable Path file) {
        var store = new MVStore.Builder()
                .fileName(file == null ? null : file.toString())
                // Neither in the background nor when much is unsaved: both would be in the middle of a command.
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        if (!store.getMapNames().isEmpty() && store.getStoreVersion() != FORMAT) {
            store.closeImmediately();
            throw new IllegalStateException(file + " was written by another version of the embedded store."
                    + " infra/up --reset begins with an empty one.");
        }
        store.setStoreVersion(FORMAT);
        return store;
    }

    /**
     * A store that failed to write closes its file for good and would answer errors for ever. Ended, it is started again
     * by whoever watches it, and goes on from the last commit.
     */
    private static void broken() {
        System.err.println("The store could not write its file, and ends.");
        Runtime.getRuntime().halt(1);
    }
}

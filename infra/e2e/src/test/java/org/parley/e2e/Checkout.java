package org.parley.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in, with everything built. */
final class Checkout {

    private static final Path ROOT = root();

    private Checkout() {}

    static Path file(String path) {
        var file = ROOT.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(path + " is not there; build everything first: ./mvnw verify");
        }
        return file;
    }

    /** A folder of this run, which {@code clean} takes away. */
    static Path work(String name) {
        return ROOT.resolve("infra/e2e/target").resolve(name);
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside a checkout of Parley: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}

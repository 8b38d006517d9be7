package org.parley.processes;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that this process runs in, with everything built. */
public final class Checkout {

    private Checkout() {}

    /** The folder above this one that has the Maven wrapper. */
    public static Path root() {
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

    /** @param path from the root; must be there */
    public static Path file(String path) {
        var file = root().resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(path + " is not there; build everything first: ./mvnw verify");
        }
        return file;
    }
}

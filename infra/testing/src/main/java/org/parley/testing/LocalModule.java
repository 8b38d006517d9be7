package org.parley.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built module {@code infra/local} of the checkout that this test runs in. */
final class LocalModule {

    private LocalModule() {}

    static String classPath() {
        var target = root().resolve("infra/local/target");
        var jar = target.resolve("parley-local-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar) || !Files.isDirectory(target.resolve("lib"))) {
            throw new IllegalStateException(
                    "The embedded store and broker are not built: ./mvnw -pl infra/contracts,infra/local install");
        }
        return jar + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }

    /** A folder of this run that {@code clean} takes away. */
    static Path data(String run) {
        var folder = Path.of("target").toAbsolutePath();
        return (Files.isDirectory(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("backing")
                .resolve(run);
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("infra/local"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside a checkout of Parley: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}

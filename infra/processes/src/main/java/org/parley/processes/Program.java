package org.parley.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the JVM of a part runs: jars that do not change until the next build, and beside them a cache of their loaded
 * classes (JEP 483, 514). The first run without a cache writes one when it ends.
 *
 * @param jar the first jar; a cache is of no use when it is older
 * @param classPath jars in a fixed order: another order makes a cache useless
 * @param main main class with its arguments, or {@code -jar} and the jar
 */
public record Program(Path jar, List<String> classPath, List<String> main, Path cache) {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    public Program {
        classPath = List.copyOf(classPath);
        main = List.copyOf(main);
    }

    /** A main class of {@code infra/local}. */
    public static Program local(Path root, String name, String mainClass) {
        var target = root.resolve("infra/local/target");
        var jar = target.resolve("parley-local-" + VERSION + ".jar");
        var classPath = new ArrayList<String>();
        classPath.add(jar.toString());
        try (var lib = Files.list(target.resolve("lib"))) {
            lib.map(Path::toString).sorted().forEach(classPath::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Program(jar, classPath, List.of(mainClass), cache(target, name));
    }

    /**
     * A service, unpacked: a jar of jars starts in twice the time and can't have a cache.
     *
     * @param module its folder from the root; the jar is called as the folder is
     */
    public static Program service(Path root, String module) {
        var name = Path.of(module).getFileName();
        var target = root.resolve(module).resolve("target");
        var packed = target.resolve(name + "-" + VERSION + ".jar");
        var app = target.resolve("app");
        var jar = app.resolve(packed.getFileName());
        if (!Files.exists(packed)) {
            throw new IllegalStateException(module + " is not built: " + packed + " is missing.");
        }
        Unpacked.from(packed, app);
        return new Program(jar, List.of(), List.of("-jar", jar.toString()), cache(app, name.toString()));
    }

    /** The beginning of a command line, up to the arguments of the main class. */
    public List<String> command(List<String> options, Recording recording) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(recording.options(this));
        if (!classPath.isEmpty()) {
            command.add("-cp");
            command.add(classPath.stream().collect(Collectors.joining(File.pathSeparator)));
        }
        command.addAll(main);
        return command;
    }

    boolean hasCache() {
        return Files.exists(cache) && !isOlder(cache, jar);
    }

    private static boolean isOlder(Path one, Path other) {
        try {
            return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another JVM could not use it. */
    private static Path cache(Path folder, String name) {
        return folder.resolve(name + "-" + System.getProperty("java.vm.version") + ".aot");
    }
}

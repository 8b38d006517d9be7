package org.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command as a person types it, which runs in a process of its own. */
record Typed(Process process, Path output) {

    /** What it said, and with which code it ended. */
    record Ended(int code, List<String> lines, String errors) {}

    /** @param folder where its output goes */
    static Typed start(Path folder, List<String> command, Map<String, String> environment) {
        try {
            var name = Path.of(command.getFirst()).getFileName();
            var output = Files.createTempFile(folder, name + "-", ".out");
            var builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors(output).toFile());
            builder.environment().putAll(environment);
            return new Typed(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    boolean hasSaid(String text) {
        try {
            return Files.readString(output).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended end() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end; see " + output);
            }
            return new Ended(
                    process.exitValue(), Files.readAllLines(output, UTF_8), Files.readString(errors(output), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path errors(Path output) {
        return output.resolveSibling(output.getFileName() + ".err");
    }
}

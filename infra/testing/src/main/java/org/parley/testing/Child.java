package org.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One embedded part in a process of its own, which ends with this one even if this one is killed. */
final class Child {

    private static final int LINES_KEPT = 200;

    private final String name;
    private final String mainClass;
    private final List<String> arguments;
    private final Deque<String> output = new ArrayDeque<>();
    private CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private @Nullable Process process;

    Child(String name, String mainClass, List<String> arguments) {
        this.name = name;
        this.mainClass = mainClass;
        this.arguments = List.copyOf(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, name + "-end"));
    }

    synchronized void begin() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LocalModule.classPath(),
                mainClass,
                "--ends-with-parent"));
        command.addAll(arguments);
        ready = new CompletableFuture<>();
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = process;
        var announced = ready;
        Thread.ofPlatform().daemon().name(name + "-output").start(() -> read(started, announced));
    }

    void awaitReady() {
        try {
            if (!ready.get(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The embedded " + name + " ended at its start:\n" + said());
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The embedded " + name + " does not become ready:\n" + said(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    private void read(Process started, CompletableFuture<Boolean> announced) {
        try (var lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.startsWith(name + " ready on ")) {
                    announced.complete(true);
                }
            }
        } catch (IOException killed) {
            // its end
        }
        announced.complete(false);
    }

    private synchronized void keep(String line) {
        output.addLast(line);
        if (output.size() > LINES_KEPT) {
            output.removeFirst();
        }
    }

    private synchronized String said() {
        return String.join("\n", output);
    }
}

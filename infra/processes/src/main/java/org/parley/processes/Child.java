package org.parley.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One part in a process of its own. It can be started again with the same command, and ends with this process at the
 * latest; a part that is started with {@code --ends-with-parent} does so even when this process is killed.
 */
public final class Child implements AutoCloseable {

    private static final int PROBE_MILLIS = 2_000;
    private static final long LOG_SHOWN = 4_000;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;
    private long logged;

    /** @param log everything it prints is appended here */
    public Child(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = new HashMap<>(environment);
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, name + "-end"));
    }

    public String name() {
        return name;
    }

    /** From the next start on. */
    public synchronized void set(String variable, String value) {
        environment.put(variable, value);
    }

    public synchronized Child begin() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            logged = Files.exists(log) ? Files.size(log) : 0;
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the part has printed this since it was begun; throws when it ends before or takes too long. */
    public void awaitLine(String text, Duration patience) {
        await(() -> printed().contains(text), patience);
    }

    /** Returns when the address answers 200. */
    public void awaitAnswer(URI address, Duration patience) {
        await(() -> answers(address), patience);
    }

    private void await(BooleanSupplier ready, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                throw new IllegalStateException(name + " ended at its start:\n" + printed());
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(name + " does not become ready, see " + log + ":\n" + printed());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean answers(URI address) {
        try {
            var request = (HttpURLConnection) address.toURL().openConnection();
            request.setConnectTimeout(PROBE_MILLIS);
            request.setReadTimeout(PROBE_MILLIS);
            try {
                return request.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                request.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The end of what it has printed since it was begun. */
    public synchronized String printed() {
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            channel.position(Math.max(logged, channel.size() - LOG_SHOWN));
            var bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return process.pid();
    }

    /** Processor time that the running process has used, user and system. */
    public synchronized Duration cpu() {
        return process == null
                ? Duration.ZERO
                : process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** As {@code kill -9} does; returns when the process is gone. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /** Asks it to end, and kills it when it takes longer. */
    public synchronized void end(Duration patience) {
        if (process != null) {
            process.destroy();
            try {
                process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            kill();
        }
    }

    /** It stops where it is, with all its connections open, until it is thawed. */
    public void freeze() {
        run("kill", "-STOP", Long.toString(pid()));
    }

    public void thaw() {
        run("kill", "-CONT", Long.toString(pid()));
    }

    /** From now on it can't write beyond so many bytes into any one file. Linux only. */
    public void limitFiles(long bytes) {
        run("prlimit", "--pid", Long.toString(pid()), "--fsize=" + bytes + ":" + bytes);
    }

    private void run(String... command) {
        try {
            var said = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (said.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " for " + name + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

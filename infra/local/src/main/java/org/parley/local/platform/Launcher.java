package org.parley.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.processes.Program;
import org.parley.processes.Recording;

/** How one part is started. */
final class Launcher implements Keeper.Launch {

    /**
     * Of every part. What runs out of memory ends, and is started again. All but store and broker do
     * without the second compiler: with it a service takes a third more time and an eighth more memory to start.
     */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            // gives back what a burst has left
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Part part;
    private final Settings settings;
    private final Program program;
    private final Recording recording;

    Launcher(Part part, Settings settings) {
        this.part = part;
        this.settings = settings;
        this.program = built(part, settings.root());
        this.recording = Recording.of(program, settings.startCaches());
        keepOldLog(settings.log(part));
    }

    boolean isRecording() {
        return recording instanceof Recording.Write;
    }

    /** @param byItself not if it was killed: then a cache may be half written */
    void ended(boolean byItself) {
        if (recording instanceof Recording.Write write) {
            write.ended(program, byItself);
        }
    }

    @Override
    public Process start() throws IOException {
        var options = new ArrayList<>(OPTIONS);
        if (part != Part.STORE && part != Part.BROKER) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.add("-Xmx" + heap());
        var command = new ArrayList<>(program.command(options, recording));
        command.addAll(arguments());
        var builder = new ProcessBuilder(command).directory(settings.root().toFile());
        builder.environment().putAll(environment());
        ofThisMachine().forEach(builder.environment()::putIfAbsent);
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(settings.log(part).toFile()))
                .start();
    }

    private static Program built(Part part, Path root) {
        try {
            return program(part, root);
        } catch (IllegalStateException e) {
            throw new Stop(String.valueOf(e.getMessage()));
        }
    }

    private static Program program(Part part, Path root) {
        var module = part.module();
        return module != null
                ? Program.service(root, module)
                : Program.local(
                        root,
                        part.label(),
                        switch (part) {
                            case ISSUER -> "org.parley.local.issuer.Issuer";
                            case STORE -> "org.parley.local.store.Store";
                            case BROKER -> "org.parley.local.broker.Broker";
                            case ENROLLMENT, SESSION, REFERRAL, REPORTING ->
                                throw new IllegalStateException(part.label());
                        });
    }

    private String heap() {
        return switch (part) {
            case ISSUER -> "64m";
            case STORE, BROKER -> "256m";
            case ENROLLMENT, SESSION, REFERRAL, REPORTING -> "192m";
        };
    }

    private List<String> arguments() {
        var port = Integer.toString(settings.port(part));
        return switch (part) {
            case ISSUER ->
                List.of(
                        "--ends-with-parent",
                        "--server.port=" + port,
                        "--parley.issuer=" + settings.address(Part.ISSUER),
                        "--parley.dashboard=" + settings.address(Part.REPORTING),
                        "--parley.referrals=" + settings.address(Part.REFERRAL),
                        "--parley.sessions=" + settings.address(Part.SESSION),
                        "--parley.enrollment=" + settings.address(Part.ENROLLMENT),
                        "--parley.data=" + settings.data().resolve("issuer"));
            case STORE ->
                List.of(
                        "--ends-with-parent",
                        "--port=" + port,
                        "--data=" + settings.data().resolve("store.db"));
            case BROKER ->
                List.of(
                        "--ends-with-parent",
                        "--port=" + port,
                        "--controller-port=" + Ports.free(settings.port(part) % 50_000 + 10_001),
                        "--data=" + settings.data().resolve("broker"));
            case ENROLLMENT, SESSION, REFERRAL, REPORTING ->
                List.of("--server.address=127.0.0.1", "--server.port=" + port);
        };
    }

    private Map<String, String> environment() {
        return Map.of(
                "PARLEY_MONGODB_URI", settings.storeAddress(),
                "PARLEY_KAFKA", settings.brokerAddress(),
                "PARLEY_ISSUER", settings.address(Part.ISSUER),
                // of glibc: an arena per thread costs more memory than it saves time here
                "MALLOC_ARENA_MAX", "2");
    }

    /**
     * A receiver on one's own machine may have the webhooks, and finds what their links name, as the codes on
     * certificates do; a page of one service finds that of another; unless told otherwise.
     */
    private Map<String, String> ofThisMachine() {
        return Map.of(
                "PARLEY_WEBHOOKS_ALLOWPRIVATE", "true",
                "PARLEY_WEBHOOKS_PUBLICURL", settings.address(Part.REFERRAL),
                "PARLEY_ENROLLMENT_PUBLICADDRESS", settings.address(Part.ENROLLMENT),
                "PARLEY_REFERRAL_SESSIONSERVICE", settings.address(Part.SESSION));
    }

    private static void keepOldLog(Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

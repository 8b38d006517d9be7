package org.parley.testing;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.parley.processes.Checkout;
import org.parley.processes.Child;
import org.parley.processes.FreePort;
import org.parley.processes.Program;
import org.parley.processes.Recording;

/** The store or the broker of this run. Only an embedded one can be killed and started again. */
public final class Part {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String kind;
    private final String address;
    private final @Nullable Child child;

    Part(String kind, String address, @Nullable Child child) {
        this.kind = kind;
        this.address = address;
        this.child = child;
    }

    static Part embeddedStore(String run) {
        var port = FreePort.any();
        return new Part(
                "embedded",
                "mongodb://127.0.0.1:" + port,
                child(
                        run,
                        "store",
                        "org.parley.local.store.Store",
                        "--port=" + port,
                        "--data=" + data(run, "store.db")));
    }

    static Part embeddedBroker(String run) {
        var port = FreePort.any();
        return new Part(
                "embedded",
                "127.0.0.1:" + port,
                child(
                        run,
                        "broker",
                        "org.parley.local.broker.Broker",
                        "--port=" + port,
                        "--controller-port=" + FreePort.any(),
                        "--data=" + data(run, "broker")));
    }

    private static Child child(String run, String name, String mainClass, String... arguments) {
        var program = Program.local(Checkout.root(), name, mainClass);
        var options = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        var command = new ArrayList<>(program.command(options, Recording.existing(program)));
        command.add("--ends-with-parent");
        command.addAll(List.of(arguments));
        return new Child(name, command, Map.of(), data(run, name + ".log"));
    }

    /** In a folder of this run that {@code clean} takes away. */
    private static Path data(String run, String name) {
        return folder(run).resolve(name);
    }

    static Path folder(String run) {
        var folder = Path.of("target").toAbsolutePath();
        return (Files.isDirectory(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("backing")
                .resolve(run);
    }

    public String address() {
        return address;
    }

    boolean isNamed() {
        return kind.startsWith("named ");
    }

    boolean isContainer() {
        return kind.startsWith("container ");
    }

    /** Skips the test where the part is not ours to kill. */
    public void assumeKillable() {
        Assumptions.assumeTrue(child != null, () -> "the part is " + this + ", not a process of this run");
    }

    /** As {@code kill -9} does; returns when the process is gone. */
    public void kill() {
        assumeKillable();
        requireNonNull(child).kill();
    }

    /** On the same port and data; returns when it serves again. */
    public void start() {
        assumeKillable();
        begin();
        awaitReady();
    }

    void begin() {
        requireNonNull(child).begin();
    }

    void awaitReady() {
        requireNonNull(child).awaitLine(" ready on ", PATIENCE);
    }

    /** Without what a connection string may carry: names and passwords. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(kind, address.replaceAll("//[^@/]*@", "//").toLowerCase(Locale.ROOT));
    }
}

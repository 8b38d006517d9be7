package org.parley.testing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The store or the broker of this run. Only an embedded one can be killed and started again. */
public final class Part {

    private final String kind;
    private final String address;
    private final @Nullable Child child;

    Part(String kind, String address, @Nullable Child child) {
        this.kind = kind;
        this.address = address;
        this.child = child;
    }

    static Part embeddedStore(String run) {
        var port = Ports.free();
        var data = LocalModule.data(run).resolve("store.db");
        return new Part(
                "embedded",
                "mongodb://127.0.0.1:" + port,
                new Child("store", "org.parley.local.store.Store", List.of("--port=" + port, "--data=" + data)));
    }

    static Part embeddedBroker(String run) {
        var port = Ports.free();
        var data = LocalModule.data(run).resolve("broker");
        return new Part(
                "embedded",
                "127.0.0.1:" + port,
                new Child(
                        "broker",
                        "org.parley.local.broker.Broker",
                        List.of("--port=" + port, "--controller-port=" + Ports.free(), "--data=" + data)));
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
        requireNonNull(child).awaitReady();
    }

    /** Without what a connection string may carry: names and passwords. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(kind, address.replaceAll("//[^@/]*@", "//").toLowerCase(Locale.ROOT));
    }
}

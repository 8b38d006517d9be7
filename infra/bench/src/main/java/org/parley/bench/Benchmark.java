package org.parley.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Rounds;
import org.parley.bench.harness.VoidRun;
import picocli.CommandLine.Option;

/** What all benchmarks have in common: how long and how often, and that a void run says so and prints no table. */
public abstract class Benchmark implements Callable<Integer> {

    private static final int VOID = 2;

    @Option(names = "--rounds", defaultValue = "5", description = "Counted rounds; ${DEFAULT-VALUE} unless given.")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "2", description = "Rounds before them; ${DEFAULT-VALUE} unless given.")
    private int warmUp;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "How long a contender is under load in a round; ${DEFAULT-VALUE} unless given.")
    private int seconds;

    @Option(names = "--service-heap", defaultValue = "512m", description = "Of services and peers; ${DEFAULT-VALUE}.")
    private String serviceHeap = "512m";

    @Option(names = "--store-heap", defaultValue = "1g", description = "Of the embedded store; ${DEFAULT-VALUE}.")
    private String storeHeap = "1g";

    protected final Rounds rounds() {
        return new Rounds(warmUp, rounds);
    }

    protected final Duration time() {
        return Duration.ofSeconds(seconds);
    }

    protected final Ground.Sizes sizes() {
        return new Ground.Sizes(serviceHeap, storeHeap, "512m");
    }

    /** Measures, and prints its tables to standard output only when everything was right. */
    protected abstract void run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        try {
            run();
            return 0;
        } catch (VoidRun e) {
            e.printStackTrace();
            System.out.println();
            System.out.println("VOID: " + e.getMessage() + ". Nothing measured in this run counts.");
            return VOID;
        }
    }
}

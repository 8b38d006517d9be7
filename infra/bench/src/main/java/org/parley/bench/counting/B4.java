package org.parley.bench.counting;

import java.util.ArrayList;
import org.parley.bench.Benchmark;
import org.parley.bench.Surroundings;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Goal;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Rounds.Results;
import org.parley.bench.harness.Series;
import org.parley.bench.harness.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Aggregation: 1,000,000 events, against plain drivers, Kafka Streams and one record at a time. */
@Command(
        name = "B4",
        mixinStandardHelpOptions = true,
        description = "Aggregation: events become figures, exactly, through kills and rebalances.")
public final class B4 extends Benchmark {

    private static final String PARLEY = "Parley";
    private static final String DISTURBED = "Parley, killed and joined";
    private static final String DRIVERS = "plain drivers";
    private static final String STREAMS = "Kafka Streams";
    private static final String ONE_BY_ONE = "one by one";

    @Option(names = "--events", defaultValue = "1000000", description = "On the topic; ${DEFAULT-VALUE} unless given.")
    private long events;

    @Option(
            names = "--few-events",
            defaultValue = "50000",
            description = "For the peer that takes one by one, on a topic of its own; ${DEFAULT-VALUE} unless given.")
    private long few;

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "Of each peer; reporting-service has one. ${DEFAULT-VALUE} unless given.")
    private int threads;

    @Option(names = "--without-disturbed", description = "Leaves out the runs with a kill and a second copy.")
    private boolean undisturbed;

    @Option(names = "--without-peers", description = "Leaves out Kafka Streams and one by one.")
    private boolean alone;

    @Override
    protected void run() throws Exception {
        try (var ground = Ground.open("B4", sizes())) {
            var log = EventLog.write(ground, ground.scope(), events);
            var contenders = new ArrayList<Contender>();
            contenders.add(new Parley(ground, log, PARLEY, false));
            contenders.add(new Drivers(ground, log));
            if (!undisturbed) {
                contenders.add(new Parley(ground, log, DISTURBED, true));
            }
            if (!alone) {
                contenders.add(new Streams(ground, log, threads));
                contenders.add(new OneByOne(ground, EventLog.write(ground, ground.scope() + "-few", few), threads));
            }
            var results = rounds().run(contenders);
            Surroundings.print("B4 aggregation", ground, rounds(), System.out);
            rates(ground, results).print(System.out);
            processorTime(ground, results).print(System.out);
            operations(results).print(System.out);
        }
    }

    private Table rates(Ground ground, Results results) {
        var parley = results.rate(PARLEY);
        var ceiling = Series.ceiling(
                results.of(DRIVERS, Drivers.CONSUME),
                results.of(DRIVERS, Drivers.PARSE),
                results.of(DRIVERS, Drivers.WRITE));
        var table = new Table(
                        "%,d events over 12 partitions, first to last counted; every figure exact".formatted(events))
                .ratio(
                        "Parley against the ceiling of plain drivers",
                        "events/s",
                        parley,
                        parley.over(ceiling),
                        Goal.atLeast(0.7))
                .value("the ceiling, 1/Σ(1/Tᵢ) of:", "events/s", ceiling)
                .value("– consume", "events/s", results.of(DRIVERS, Drivers.CONSUME))
                .value("– parse", "events/s", results.of(DRIVERS, Drivers.PARSE))
                .value(
                        "– bulk write of the same documents" + embedded(ground),
                        "events/s",
                        results.of(DRIVERS, Drivers.WRITE));
        if (!undisturbed) {
            table.value(
                    "Parley killed with -9 at 1/3 and started again, a second copy at 1/2; exact",
                    "events/s",
                    results.rate(DISTURBED));
        }
        if (!alone) {
            var streams = results.rate(STREAMS);
            var oneByOne = results.rate(ONE_BY_ONE);
            table.value("Kafka Streams, exactly once, %d threads".formatted(threads), "events/s", streams)
                    .ratio(
                            "Parley against Kafka Streams" + embedded(ground),
                            "events/s",
                            parley,
                            parley.over(streams),
                            Goal.atLeast(1))
                    .value("one by one, %,d events, %d threads".formatted(few, threads), "events/s", oneByOne)
                    .ratio(
                            "Parley against one by one" + embedded(ground),
                            "events/s",
                            parley,
                            parley.over(oneByOne),
                            Goal.atLeast(20));
        }
        return table;
    }

    private Table processorTime(Ground ground, Results results) {
        var table = new Table("Processor time per event, of each process");
        row(table, results, PARLEY, "reporting-service");
        if (!alone) {
            row(table, results, STREAMS, "streams");
            row(table, results, ONE_BY_ONE, "one-by-one");
        }
        for (var contender : results.byContender().keySet()) {
            if (!contender.equals(DRIVERS) && !contender.equals(DISTURBED)) {
                row(table, results, contender, "broker");
                if (ground.isStoreEmbedded() && !contender.equals(STREAMS)) {
                    row(table, results, contender, "store");
                }
            }
        }
        return table;
    }

    private static Table operations(Results results) {
        var table = new Table("What reporting-service asks of store and broker per 1,000 events");
        for (var operation : results.figures(PARLEY, "op ")) {
            table.value(operation.substring("op ".length()), "", results.of(PARLEY, operation));
        }
        return table;
    }

    private static void row(Table table, Results results, String contender, String process) {
        table.value(contender + ": " + process, "µs", results.of(contender, "cpu " + process));
    }

    private static String embedded(Ground ground) {
        return ground.isStoreEmbedded() ? " (embedded store: its limit, not MongoDB's)" : "";
    }
}

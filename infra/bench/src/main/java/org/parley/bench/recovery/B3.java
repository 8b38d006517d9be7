package org.parley.bench.recovery;

import java.util.ArrayList;
import java.util.List;
import org.parley.bench.Benchmark;
import org.parley.bench.Surroundings;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Goal;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Rounds;
import org.parley.bench.harness.Rounds.Results;
import org.parley.bench.harness.Series;
import org.parley.bench.harness.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Outbox recovery: 200,000 pending events, against the ceiling of store and broker. */
@Command(
        name = "B3",
        mixinStandardHelpOptions = true,
        description = "Outbox recovery: what waits in the documents after a broker was away goes out.")
public final class B3 extends Benchmark {

    private static final String HEAP = "256m";

    @Option(
            names = "--pending",
            defaultValue = "200000",
            description = "Events that wait, one in each document; ${DEFAULT-VALUE} unless given.")
    private int pending;

    @Option(
            names = "--offered",
            defaultValue = "20000",
            description =
                    "Documents with two events, of which the second also writes to a center's feed; measured in one "
                            + "more table, 0 leaves it out; ${DEFAULT-VALUE} unless given.")
    private int offered;

    @Override
    protected void run() throws Exception {
        try (var ground = Ground.open("B3", sizes().withService(HEAP))) {
            var relay = new Relay(ground, Pattern.SUBMITTED, pending);
            var results = rounds().run(List.of(relay, new Drivers(ground, relay, pending)));
            var tables = new ArrayList<Table>();
            tables.add(table(ground, results));
            if (offered > 0) {
                var both = new Relay(ground, Pattern.OFFERED, offered);
                tables.add(feeds(new Rounds(0, rounds().counted()).run(List.<Contender>of(both))));
            }
            Surroundings.print("B3 outbox recovery", ground, rounds(), System.out);
            tables.forEach(table -> table.print(System.out));
        }
    }

    private Table table(Ground ground, Results results) {
        var parley = Relay.name(Pattern.SUBMITTED);
        var ceiling = Series.ceiling(
                results.of(Drivers.NAME, Drivers.READ),
                results.of(Drivers.NAME, Drivers.PRODUCE),
                results.of(Drivers.NAME, Drivers.CLEAR));
        var store = ground.isStoreEmbedded() ? " (embedded store: its limit, not MongoDB's)" : "";
        var rate = results.rate(parley);
        var second = results.of(parley, Heap.SECOND_QUARTER);
        var last = results.of(parley, Heap.LAST_QUARTER);
        var table = new Table(
                        "%,d pending events, first to last sent and cleared; each once, in order".formatted(pending))
                .ratio(
                        "Parley against the ceiling of store and broker",
                        "events/s",
                        rate,
                        rate.over(ceiling),
                        Goal.atLeast(0.7))
                .value("the ceiling, 1/Σ(1/Tᵢ) of:", "events/s", ceiling)
                .value("– read with one cursor" + store, "events/s", results.of(Drivers.NAME, Drivers.READ))
                .value("– produce", "events/s", results.of(Drivers.NAME, Drivers.PRODUCE))
                .value("– clear, 1,000 at a time" + store, "events/s", results.of(Drivers.NAME, Drivers.CLEAR))
                .value("heap of " + HEAP + ": peak", "MB", results.of(parley, Heap.PEAK))
                .value("– least used in the second quarter", "MB", second)
                .ratio(
                        "– least used in the last quarter, against the second",
                        "MB",
                        last,
                        last.over(second),
                        Goal.none());
        processorTime(ground, table, results, parley);
        operations(table, results, parley);
        return table;
    }

    private Table feeds(Results results) {
        var parley = Relay.name(Pattern.OFFERED);
        var table = new Table(
                        "%,d documents with `submitted` and `offered`: each offer is put into its center's feed first"
                                .formatted(offered))
                .value("Parley", "events/s", results.rate(parley));
        operations(table, results, parley);
        return table;
    }

    private static void operations(Table table, Results results, String contender) {
        for (var operation : results.figures(contender, "op ")) {
            table.value(
                    "per 1,000 events: " + operation.substring("op ".length()), "", results.of(contender, operation));
        }
    }

    private static void processorTime(Ground ground, Table table, Results results, String contender) {
        for (var process : ground.isStoreEmbedded()
                ? List.of("referral-service", "broker", "store")
                : List.of("referral-service", "broker")) {
            table.value("processor time per event, " + process, "µs", results.of(contender, "cpu " + process));
        }
    }
}

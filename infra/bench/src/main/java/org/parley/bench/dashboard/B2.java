package org.parley.bench.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.parley.bench.Benchmark;
import org.parley.bench.Surroundings;
import org.parley.bench.harness.Goal;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Rounds.Results;
import org.parley.bench.harness.Table;
import org.parley.bench.intake.Bodies;
import org.parley.bench.intake.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From the post until the figure is on the stream, in the open loop, against a chain of plain drivers. */
@Command(
        name = "B2",
        mixinStandardHelpOptions = true,
        description = "Post to dashboard: from the intended start of a post until the live figure has it.")
public final class B2 extends Benchmark {

    private static final String PACED = "Parley";
    private static final String AT_ONCE = "Parley, stream not paced";

    @Option(
            names = "--shares",
            split = ",",
            defaultValue = "1,30,70",
            description = "Loads in percent of the capacity; ${DEFAULT-VALUE} unless given.")
    private List<Integer> shares = List.of();

    @Option(names = "--clients", defaultValue = "16", description = "For the capacity; ${DEFAULT-VALUE} unless given.")
    private int clients;

    @Option(names = "--open-clients", defaultValue = "64", description = "Posts under way at once at most.")
    private int openClients;

    @Override
    protected void run() throws Exception {
        try (var ground = Ground.open("B2", sizes())) {
            var bodies = new Bodies(ground.scope(), true);
            try (var paced = new Way(ground, PACED, ground.scope(), bodies);
                    var atOnce = new Way(ground, AT_ONCE, ground.scope() + "q", bodies, "--parley.stream.pace=0s");
                    var chain = new RawChain(
                            ground, Samples.take(ground, paced.taker(), ground.token("connector"), bodies))) {
                measure(ground, paced, atOnce, chain);
            }
        }
    }

    private void measure(Ground ground, Way paced, Way atOnce, RawChain chain) throws Exception {
        var tables = new ArrayList<Table>();
        var capacity = rounds().run(List.of(
                paced.capacity(clients, time()), atOnce.capacity(clients, time()), chain.capacity(clients, time())));
        tables.add(capacity(capacity));
        var most = capacity.rate(PACED).median();
        for (var share : shares) {
            var perSecond = most * share / 100;
            var results = rounds().run(List.of(
                    paced.open(openClients, perSecond, time()),
                    atOnce.open(openClients, perSecond, time()),
                    chain.open(openClients, perSecond, time())));
            tables.add(latency(share, perSecond, results));
        }
        Surroundings.print("B2 post to dashboard", ground, rounds(), System.out);
        tables.forEach(table -> table.print(System.out));
    }

    private Table capacity(Results results) {
        var parley = results.rate(PACED);
        var chain = results.rate(RawChain.NAME);
        return new Table("B2, capacity, %d clients".formatted(clients))
                .value("raw chain", "/s", chain)
                .ratio("Parley, post to figure", "/s", parley, parley.over(chain), Goal.none())
                .value(AT_ONCE, "/s", results.rate(AT_ONCE));
    }

    private static Table latency(int share, double perSecond, Results results) {
        var table = new Table("B2, open loop at %d %% of capacity, %.0f/s".formatted(share, perSecond));
        for (var figure : List.of("p50", "p99")) {
            var goal = figure.equals("p50") ? Goal.atMost(2) : Goal.atMost(3);
            var chain = results.of(RawChain.NAME, figure);
            table.value(figure + ", raw chain", "ms", chain);
            for (var way : List.of(PACED, AT_ONCE)) {
                var latency = results.of(way, figure);
                table.ratio(figure + ", " + way, "ms", latency, latency.over(chain), goal);
            }
            table.value(figure + ", Parley, post answered", "ms", results.of(PACED, "answered " + figure));
        }
        return table;
    }
}

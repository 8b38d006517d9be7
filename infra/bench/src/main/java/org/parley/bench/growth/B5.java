package org.parley.bench.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.parley.bench.Benchmark;
import org.parley.bench.Surroundings;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Goal;
import org.parley.bench.harness.Rounds.Results;
import org.parley.bench.harness.Series;
import org.parley.bench.harness.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same posts and queries with little and with much in the store; sweeps and timers run as always. */
@Command(
        name = "B5",
        mixinStandardHelpOptions = true,
        description = "Growth: posts and metrics queries with 10 thousand to 1 million referrals stored.")
public final class B5 extends Benchmark {

    private static final Goal GOAL = Goal.atMost(1.2);

    /** With their units; `cpu` is that of all processes together, per post or query. */
    private static final SequencedMap<String, String> FIGURES = figures();

    private static SequencedMap<String, String> figures() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("p50", "ms");
        figures.put("p99", "ms");
        figures.put("cpu", "µs");
        return figures;
    }

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Referrals stored, the smallest first; ${DEFAULT-VALUE} unless given.")
    private List<Long> sizes = List.of();

    @Option(names = "--posts", defaultValue = "1000", description = "Posts in a round; ${DEFAULT-VALUE} unless given.")
    private long posts;

    @Option(names = "--queries", defaultValue = "2000", description = "Queries in a round; ${DEFAULT-VALUE}.")
    private long queries;

    @Option(names = "--burn-in", defaultValue = "8000", description = "Posts before the first round; ${DEFAULT-VALUE}.")
    private long burnIn;

    @Option(names = "--clients", defaultValue = "16", description = "Who post; ${DEFAULT-VALUE} unless given.")
    private int clients;

    @Override
    protected void run() throws Exception {
        var all = new ArrayList<Sized>();
        try {
            for (var size : sizes) {
                all.add(new Sized(size, sizes(), clients, Math.min(burnIn, size)));
            }
            var contenders = new ArrayList<Contender>();
            all.forEach(one -> contenders.add(one.posting(clients, posts)));
            all.forEach(one -> contenders.add(one.querying(1, queries)));
            all.forEach(one -> contenders.add(one.inserting(clients, posts)));
            var results = rounds().run(contenders);
            Surroundings.print("B5 growth", all.getFirst().ground(), rounds(), System.out);
            table(results, all.getFirst().ground().isStoreEmbedded()).print(System.out);
        } finally {
            all.forEach(Sized::close);
        }
    }

    private Table table(Results results, boolean embedded) {
        var smallest = sizes.getFirst();
        var more = sizes.subList(1, sizes.size());
        var table = new Table("B5, cost against that with %s stored".formatted(Sized.text(smallest)));
        alone(table, results, Sized.posting(smallest));
        for (var size : more) {
            compared(table, results, Sized.posting(size), Sized.posting(smallest));
        }
        table.value(store(smallest, embedded), "/s", results.rate(Sized.inserting(smallest)));
        for (var size : more) {
            var posting = cost(results, Sized.posting(size), Sized.posting(smallest));
            var inserting = cost(results, Sized.inserting(size), Sized.inserting(smallest));
            table.ratio(store(size, embedded), "/s", results.rate(Sized.inserting(size)), inserting, Goal.none())
                    .ratio(
                            Sized.posting(size) + ", against how much slower the store itself is",
                            "/s",
                            results.rate(Sized.posting(size)),
                            posting.over(inserting),
                            Goal.none());
        }
        alone(table, results, Sized.querying(smallest));
        for (var size : more) {
            compared(table, results, Sized.querying(size), Sized.querying(smallest));
        }
        return table;
    }

    private static String store(long size, boolean embedded) {
        return Sized.inserting(size) + (embedded ? " (the embedded store itself)" : "");
    }

    private static void alone(Table table, Results results, String contender) {
        table.value(contender, "/s", results.rate(contender));
        FIGURES.forEach((figure, unit) -> table.value(contender + ", " + figure, unit, results.of(contender, figure)));
    }

    private static void compared(Table table, Results results, String contender, String smallest) {
        table.ratio(contender, "/s", results.rate(contender), cost(results, contender, smallest), GOAL);
        FIGURES.forEach((figure, unit) -> {
            var value = results.of(contender, figure);
            var goal = figure.equals("p99") ? Goal.none() : GOAL;
            table.ratio(contender + ", " + figure, unit, value, value.over(results.of(smallest, figure)), goal);
        });
    }

    /** Time per unit against the time per unit of the other. */
    private static Series cost(Results results, String contender, String smallest) {
        return results.rate(smallest).over(results.rate(contender));
    }
}

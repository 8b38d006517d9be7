package org.parley.bench.growth;

import java.util.ArrayList;
import java.util.List;
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
        var table = new Table("B5, cost against that with %s stored".formatted(Sized.text(sizes.getFirst())));
        for (var size : sizes) {
            var posting = costs(results, Sized.posting(size), Sized.posting(sizes.getFirst()));
            var inserting = costs(results, Sized.inserting(size), Sized.inserting(sizes.getFirst()));
            table.ratio(Sized.posting(size), "/s", results.rate(Sized.posting(size)), posting, GOAL);
            more(table, results, Sized.posting(size), Sized.posting(sizes.getFirst()));
            table.ratio(
                    Sized.inserting(size) + (embedded ? ": the embedded store itself" : ""),
                    "/s",
                    results.rate(Sized.inserting(size)),
                    inserting,
                    Goal.none());
            table.ratio(
                    Sized.posting(size) + ", against how much slower the store itself is",
                    "/s",
                    results.rate(Sized.posting(size)),
                    posting.over(inserting),
                    Goal.none());
        }
        for (var size : sizes) {
            var query = Sized.querying(size);
            var smallest = Sized.querying(sizes.getFirst());
            table.ratio(query, "/s", results.rate(query), costs(results, query, smallest), GOAL);
            more(table, results, query, smallest);
        }
        return table;
    }

    /** Time per unit against the time per unit of the other. */
    private static Series costs(Results results, String contender, String smallest) {
        return results.rate(smallest).over(results.rate(contender));
    }

    private static void more(Table table, Results results, String contender, String smallest) {
        for (var figure : List.of("p50", "p99", "cpu")) {
            var value = results.of(contender, figure);
            table.ratio(
                    contender + ", " + (figure.equals("cpu") ? "CPU of all processes" : figure),
                    figure.equals("cpu") ? "µs" : "ms",
                    value,
                    value.over(results.of(smallest, figure)),
                    figure.equals("p99") ? Goal.none() : GOAL);
        }
    }
}

package org.parley.bench.delivery;

import java.time.Duration;
import java.util.List;
import org.parley.bench.Benchmark;
import org.parley.bench.Surroundings;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Goal;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Progress;
import org.parley.bench.harness.Rounds.Results;
import org.parley.bench.harness.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Webhooks to endpoints of which two in five misbehave, against the same without these, and a bare loop. */
@Command(
        name = "B6",
        mixinStandardHelpOptions = true,
        description = "Webhooks: what endpoints that fail, hang or are gone cost those that are fine.")
public final class B6 extends Benchmark {

    /** So much of what was reached at most: latency is that of a platform that keeps up. */
    private static final double CALM = 0.65;

    private static final String WITHOUT = "without bad ones";
    private static final String WITH = "with bad ones";

    /** The collections that deliveries have to do with. */
    private static final List<String> DELIVERING = List.of("feed", "acks", "endpoints", "deliveries", "attempts");

    @Option(
            names = "--endpoints",
            defaultValue = "200",
            description = "A multiple of 20; ${DEFAULT-VALUE} unless given.")
    private int endpoints;

    @Option(
            names = "--deliveries",
            defaultValue = "20000",
            description =
                    "Referrals posted in a round, three in five of them to endpoints that are fine; ${DEFAULT-VALUE}.")
    private long deliveries;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Referrals posted a second; unless given, 65 %% of the capacity measured before.")
    private double rate;

    @Option(
            names = "--burn-in",
            defaultValue = "6000",
            description =
                    "Posts before the first round, the last half of which measure the capacity; ${DEFAULT-VALUE}.")
    private long burnIn;

    @Option(
            names = "--standstill",
            defaultValue = "500",
            description = "Milliseconds for which the machine may have stood still; ${DEFAULT-VALUE} unless given.")
    private long standstill;

    @Option(
            names = "--late",
            defaultValue = "50",
            description = "Milliseconds by which one post in a hundred may start late; ${DEFAULT-VALUE} unless given.")
    private long late;

    @Override
    protected void run() throws Exception {
        var mix = Mix.of(endpoints);
        try (var ground = Ground.open("B6", sizes())) {
            var receiving = new Receiving(ground);
            var bounds = new Bounds(Duration.ofMillis(standstill), Duration.ofMillis(late));
            var platform = new Platform(ground, mix, receiving, bounds);
            platform.capacity(burnIn / 2);
            var capacity = platform.capacity(burnIn / 2);
            var perSecond = rate > 0 ? rate : CALM * capacity;
            Progress.say("capacity %.0f/s; posting %.0f/s", capacity, perSecond);
            var bare = new BareLoop(mix, receiving, bounds, perSecond, deliveries);
            var results = rounds().run(List.of(
                    Contender.of(WITHOUT, () -> platform.round(false, perSecond, deliveries)),
                    Contender.of(WITH, () -> platform.round(true, perSecond, deliveries)),
                    bare));
            Surroundings.print("B6 webhooks", ground, rounds(), System.out);
            table(results, bare.name(), capacity, perSecond).print(System.out);
        }
    }

    private Table table(Results results, String bare, double capacity, double perSecond) {
        var table = new Table("B6, %,d deliveries to %d endpoints, of which %d misbehave"
                        .formatted(
                                deliveries, endpoints, Mix.of(endpoints).bad().size()))
                .note("posted", "%.0f/s; capacity %.0f/s".formatted(perSecond, capacity));
        for (var figure : List.of("feed p50", "feed p99", "post p50", "post p99")) {
            var with = results.of(WITH, figure);
            var without = results.of(WITHOUT, figure);
            table.value(WITHOUT + ", " + figure, "ms", without)
                    .ratio(
                            WITH + ", " + figure,
                            "ms",
                            with,
                            with.over(without),
                            figure.endsWith("p99") ? Goal.atMost(1.25) : Goal.none());
        }
        for (var figure : List.of("feed p50", "feed p99")) {
            var loop = results.of(bare, figure);
            table.value(bare + ", " + figure.substring("feed ".length()), "ms", loop)
                    .ratio(
                            "Parley " + WITH + " against it",
                            "ms",
                            results.of(WITH, figure),
                            results.of(WITH, figure).over(loop),
                            Goal.none());
        }
        for (var contender : List.of(WITHOUT, WITH)) {
            table.value(contender + ", repeated deliveries", "", results.of(contender, "repeated"))
                    .value(contender + ", requests to bad ones", "", results.of(contender, "requests to bad ones"))
                    .value(contender + ", p99 of the canary", "ms", results.of(contender, "canary p99"))
                    .value(contender + ", p99 of a post", "ms", results.of(contender, "p99"));
            for (var process : List.of("referral-service", "store", "receivers")) {
                if (!results.figures(contender, "cpu " + process).isEmpty()) {
                    table.value(
                            contender + ", CPU per post: " + process, "µs", results.of(contender, "cpu " + process));
                }
            }
            for (var collection : DELIVERING) {
                for (var operation : results.figures(contender, "op " + collection + " ")) {
                    table.value(
                            contender + ", per post: " + operation.substring(3), "", results.of(contender, operation));
                }
            }
        }
        return table;
    }
}

package org.parley.bench.intake;

import java.time.Duration;
import java.util.List;
import org.parley.bench.Benchmark;
import org.parley.bench.Surroundings;
import org.parley.bench.harness.Cpu;
import org.parley.bench.harness.Goal;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Rounds.Results;
import org.parley.bench.harness.Series;
import org.parley.bench.harness.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** POST of referrals of 1 KiB, against the ceiling of plain drivers and against Spring Modulith. */
@Command(
        name = "B1",
        mixinStandardHelpOptions = true,
        description = "Intake: POST of 1 KiB referrals against plain drivers and Spring Modulith.")
public final class B1 extends Benchmark {

    /** So much of what one client can do at most, so that no post has to wait for the one before. */
    private static final double CALM = 0.5;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "16,64,1",
            description = "Numbers of clients; ${DEFAULT-VALUE} unless given.")
    private List<Integer> clients = List.of();

    @Option(
            names = "--burn-in",
            defaultValue = "60",
            description = "Seconds of full load on each service before the first round; ${DEFAULT-VALUE}.")
    private int burnIn;

    @Option(names = "--no-parties", description = "Referrals without parties: nothing but the incident to encrypt.")
    private boolean noParties;

    @Override
    protected void run() throws Exception {
        try (var ground = Ground.open("B1", sizes());
                var intake = new Intake(ground, new Bodies(ground.scope(), !noParties))) {
            intake.burnIn(Duration.ofSeconds(burnIn));
            var tables = new java.util.ArrayList<Table>();
            for (var number : clients) {
                var results = rounds().run(intake.closed(number, time()));
                tables.add(throughput(ground, intake, number, results));
                if (number == 1) {
                    var calm = CALM
                            * Math.min(
                                    results.of(intake.parley().name(), "answered")
                                            .median(),
                                    ceiling(results).median());
                    tables.add(latency(intake, calm, rounds().run(intake.open(calm, time()))));
                }
            }
            Surroundings.print("B1 intake", ground, rounds(), System.out);
            tables.forEach(table -> table.print(System.out));
        }
    }

    private static Series ceiling(Results results) {
        return Series.ceiling(results.rate(Intake.ECHO), results.rate(Intake.INSERT), results.rate(Intake.PRODUCE));
    }

    private static Table throughput(Ground ground, Intake intake, int clients, Results results) {
        var parley = results.rate(intake.parley().name());
        var modulith = results.rate(intake.modulith().name());
        var ceiling = ceiling(results);
        var byDesign = Series.ceiling(
                results.rate(Intake.ECHO),
                results.rate(Intake.INSERT),
                results.rate(Intake.FEED),
                results.rate(Intake.BOTH));
        var untransacted = ground.isStoreEmbedded() ? " (without its transaction: the embedded store has none)" : "";
        var table = new Table("B1, " + clients + (clients == 1 ? " client" : " clients"))
                .value(Intake.ECHO, "/s", results.rate(Intake.ECHO))
                .value(Intake.INSERT + " of the same document", "/s", results.rate(Intake.INSERT))
                .value(Intake.PRODUCE + " of the same record", "/s", results.rate(Intake.PRODUCE))
                .value("ceiling of these three", "/s", ceiling)
                .ratio("Parley, against the ceiling", "/s", parley, parley.over(ceiling), Goal.atLeast(0.8))
                .ratio(
                        "Parley, against Spring Modulith" + untransacted,
                        "/s",
                        modulith,
                        parley.over(modulith),
                        Goal.atLeast(3))
                .ratio(
                        "Parley, against all that it writes by design (and a feed entry, and both events)",
                        "/s",
                        byDesign,
                        parley.over(byDesign),
                        Goal.none())
                .value(
                        "Parley, posts answered",
                        "/s",
                        results.of(intake.parley().name(), "answered"))
                .value("Parley, p50", "ms", results.of(intake.parley().name(), "p50"))
                .value("Parley, p99", "ms", results.of(intake.parley().name(), "p99"));
        for (var operation : results.figures(intake.parley().name(), "op ")) {
            table.value(
                    "Parley, per referral: " + operation.substring(3),
                    "",
                    results.of(intake.parley().name(), operation));
        }
        cpu(table, results, intake.parley().name(), "referral-service");
        cpu(table, results, intake.modulith().name(), "modulith");
        return table;
    }

    private static void cpu(Table table, Results results, String contender, String process) {
        for (var name : List.of(process, "store", "broker", Cpu.DRIVER)) {
            if (!results.figures(contender, "cpu " + name).isEmpty()) {
                table.value(contender + ", CPU per referral: " + name, "µs", results.of(contender, "cpu " + name));
            }
        }
    }

    private static Table latency(Intake intake, double perSecond, Results results) {
        var parley = intake.parley().name();
        var table = new Table("B1, 1 client, open loop at %.0f referrals a second".formatted(perSecond));
        for (var figure : List.of("p50", "p99")) {
            var answered = results.of(parley, figure);
            var twoStages = results.of(Intake.ECHO + " + " + Intake.INSERT, figure);
            var chain = results.of(Intake.CHAIN, figure);
            table.value(figure + ", " + Intake.ECHO + " + insert", "ms", twoStages)
                    .value(figure + ", raw chain: + produce", "ms", chain)
                    .ratio(
                            figure + ", Parley against the raw chain",
                            "ms",
                            answered,
                            answered.over(chain),
                            figure.equals("p50") ? Goal.atMost(1.5) : Goal.none())
                    .ratio(
                            figure + ", Parley against what its answer waits for (echo + insert)",
                            "ms",
                            answered,
                            answered.over(twoStages),
                            Goal.none())
                    .ratio(
                            figure + ", Spring Modulith against Parley",
                            "ms",
                            results.of(intake.modulith().name(), figure),
                            results.of(intake.modulith().name(), figure).over(answered),
                            Goal.none());
        }
        return table;
    }
}

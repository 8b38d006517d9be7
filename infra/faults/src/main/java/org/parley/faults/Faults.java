package org.parley.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.parley.faults.check.Checker;
import org.parley.faults.history.Histories;
import org.parley.faults.plan.Plan;
import org.parley.processes.Checkout;
import org.parley.processes.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code infra/faults/run}. */
@Command(
        name = "infra/faults/run",
        mixinStandardHelpOptions = true,
        description = "Runs the platform under load, breaks it as the seed says, and checks that nothing was lost or"
                + " doubled. Exit code 0: all held; 1: something did not; 2: too little happened for it to count; 64: wrong"
                + " options; 70: the run itself broke off.",
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = Faults.BROKEN_OFF)
public final class Faults implements Callable<Integer> {

    static final int BROKEN_OFF = 70;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", defaultValue = "1", description = "draws load and faults (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--runs", defaultValue = "1", description = "this many seeds, one after the other, from --seed on")
    private int runs;

    @Option(names = "--minutes", defaultValue = "2", description = "how long load and faults go on (default: 2)")
    private double minutes;

    @Option(names = "--plan", description = "only says what the seed draws")
    private boolean onlyPlan;

    @Option(names = "--check", paramLabel = "FOLDER", description = "only checks again what a run has left there")
    private @org.jspecify.annotations.Nullable Path check;

    @Option(names = "--keep", description = "keeps what a good run has left, too")
    private boolean keep;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (check != null) {
            if (!Files.exists(check.resolve("found.json"))) {
                throw new ParameterException(spec.commandLine(), "no run has left a found.json in " + check);
            }
            var violations = Checker.check(
                    Histories.read(check.resolve("history.jsonl")), Histories.readFound(check.resolve("found.json")));
            violations.forEach(System.out::println);
            return violations.isEmpty() ? 0 : 1;
        }
        var worst = 0;
        for (var n = 0; n < runs; n++) {
            worst = Math.max(worst, tried(seed + n));
        }
        return worst;
    }

    /** What breaks off one run is no reason to leave out the others. */
    private int tried(long one) throws InterruptedException {
        try {
            return run(one);
        } catch (IOException | RuntimeException e) {
            if (runs == 1) {
                throw new IllegalStateException("seed " + one + " broke off", e);
            }
            say(one, "BROKE OFF: " + e);
            return BROKEN_OFF;
        }
    }

    private int run(long one) throws IOException, InterruptedException {
        var plan = Plan.draw(one, Duration.ofMillis((long) (minutes * 60_000)));
        if (onlyPlan) {
            System.out.println("seed %d, two copies of %s".formatted(one, plan.doubled()));
            plan.faults()
                    .forEach(planned -> System.out.println(
                            "  %5.1f s  %s".formatted(planned.at().toMillis() / 1_000.0, planned.fault())));
            return 0;
        }
        var folder = Checkout.root().resolve("infra/faults/target/runs/" + one);
        var began = System.nanoTime();
        var outcome = new Run(plan, folder, line -> say(one, line)).play();
        outcome.violations().forEach(violation -> say(one, "VIOLATION " + violation));
        outcome.missing().forEach(what -> say(one, "VOID " + what));
        say(
                one,
                "%s: %d violations, %d deeds, %s, %d s"
                        .formatted(
                                outcome.isGood() ? "GOOD" : outcome.violations().isEmpty() ? "VOID" : "BAD",
                                outcome.violations().size(),
                                outcome.deeds(),
                                outcome.evidence(),
                                Duration.ofNanos(System.nanoTime() - began).toSeconds()));
        if (outcome.violations().isEmpty() && !keep) {
            Folders.delete(folder);
        }
        return outcome.isGood() ? 0 : outcome.violations().isEmpty() ? 2 : 1;
    }

    private static void say(long seed, String line) {
        System.out.println("%s seed %d %s"
                .formatted(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS), seed, line));
    }
}

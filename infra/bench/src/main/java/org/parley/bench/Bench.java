package org.parley.bench;

import org.parley.bench.counting.B4;
import org.parley.bench.dashboard.B2;
import org.parley.bench.delivery.B6;
import org.parley.bench.growth.B5;
import org.parley.bench.intake.B1;
import org.parley.bench.recovery.B3;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code infra/bench/run}. */
@Command(
        name = "infra/bench/run",
        mixinStandardHelpOptions = true,
        description = "Prints ratios measured in one run; see infra/bench/README.md.",
        subcommands = {B1.class, B2.class, B3.class, B4.class, B5.class, B6.class})
final class Bench {

    private Bench() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}

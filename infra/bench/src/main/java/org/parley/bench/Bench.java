package org.parley.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code infra/bench/run}. */
@Command(
        name = "infra/bench/run",
        mixinStandardHelpOptions = true,
        description = "Prints ratios measured in one run; see infra/bench/README.md.",
        subcommands = {Recovery.class, Counting.class})
final class Bench {

    private Bench() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}

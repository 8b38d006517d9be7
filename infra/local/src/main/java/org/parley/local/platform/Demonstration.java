package org.parley.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.parley.processes.Program;
import org.parley.processes.Recording;

/**
 * Plays a year of the programme through the services' own doors, in a process that leaves no memory behind.
 *
 * @param seed another one is another year
 * @param verify whether the figures are compared with the year's own totals
 */
record Demonstration(long seed, boolean verify) {

    static final Demonstration USUAL = new Demonstration(1, false);

    /** {@code --programme} says what is played anyway. */
    static Demonstration of(List<String> options) {
        var seed = USUAL.seed;
        var verify = false;
        for (var rest = options.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            switch (option) {
                case "--programme" -> {}
                case "--verify" -> verify = true;
                case "--seed" -> seed = seed(rest.hasNext() ? rest.next() : "");
                default -> throw new Stop("Unknown option " + option + ".");
            }
        }
        return new Demonstration(seed, verify);
    }

    private static long seed(String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw new Stop("--seed wants a whole number, such as --seed 7.");
        }
    }

    /** @return the exit code: 0 when the year was played, and with verify nothing differs */
    int play(Settings settings) {
        var program = Program.local(settings.root(), "demo", "org.parley.local.demo.Demo");
        var command = new ArrayList<>(program.command(List.of("-Xmx128m", "-XX:+UseSerialGC"), new Recording.Off()));
        command.add("--data=" + settings.data());
        command.add("--seed=" + seed);
        if (verify) {
            command.add("--verify");
        }
        for (var part : List.of(Part.ISSUER, Part.ENROLLMENT, Part.SESSION, Part.REFERRAL, Part.REPORTING)) {
            command.add("--" + part.label() + "=" + settings.address(part));
        }
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}

package org.parley.local.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code up [--demo] [--reset]}, {@code down}, {@code status}, {@code token CLIENT}, {@code demo
 * [--seed N] [--verify]}. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            var settings = Settings.of(Path.of(System.getProperty("parley.root")), System.getenv());
            System.exit(run(settings, arguments[0], Arrays.asList(arguments).subList(1, arguments.length)));
        } catch (Stop stop) {
            System.err.println(stop.reason());
            System.exit(1);
        }
    }

    private static int run(Settings settings, String command, List<String> options)
            throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> {
                allow(options, Set.of("--demo", "--reset"));
                new Supervisor(settings).run(options.contains("--reset"), options.contains("--demo"));
                yield 0;
            }
            case "down" -> {
                allow(options, Set.of());
                yield Down.run(settings);
            }
            case "status" -> {
                allow(options, Set.of());
                yield Status.print(settings);
            }
            case "token" -> {
                if (options.size() != 1) {
                    throw new Stop("infra/token CLIENT, for instance: infra/token precinct-075");
                }
                System.out.println(
                        Token.of(options.getFirst(), running(settings).address(Part.ISSUER)));
                yield 0;
            }
            case "demo" -> Demonstration.of(options).play(running(settings));
            default -> throw new Stop("There is no command " + command + ".");
        };
    }

    /** With the ports of the platform that runs, whatever this shell's environment says. */
    private static Settings running(Settings settings) {
        return State.read(settings.home())
                .map(state -> settings.at(state.ports()))
                .orElse(settings);
    }

    private static void allow(List<String> options, Set<String> known) {
        options.stream().filter(option -> !known.contains(option)).findFirst().ifPresent(unknown -> {
            throw new Stop("Unknown option " + unknown + ".");
        });
    }
}

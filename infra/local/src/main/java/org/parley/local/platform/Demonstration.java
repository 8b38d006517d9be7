package org.parley.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.parley.processes.Program;
import org.parley.processes.Recording;

/** Plays a year of the programme through the services' own doors, in a process that leaves no memory behind. */
final class Demonstration {

    private Demonstration() {}

    static void play(Settings settings) {
        var program = Program.local(settings.root(), "demo", "org.parley.local.demo.Demo");
        var command = new ArrayList<>(program.command(List.of("-Xmx128m", "-XX:+UseSerialGC"), new Recording.Off()));
        command.add("--data=" + settings.data());
        for (var part : List.of(Part.ISSUER, Part.ENROLLMENT, Part.SESSION, Part.REFERRAL)) {
            command.add("--" + part.label() + "=" + settings.address(part));
        }
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            var exit = process.waitFor();
            if (exit != 0) {
                System.out.println("The demonstration was not played to its end (exit code " + exit
                        + "); infra/demo goes on where it stopped.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

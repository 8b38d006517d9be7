package org.parley.faults.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.processes.Checkout;
import org.parley.processes.Child;
import org.parley.processes.Program;
import org.parley.processes.Recording;
import org.parley.processes.Service;

/** What the processes of a run are started with. */
record Parts(Path folder) {

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** As in production, but what waits for minutes there waits for seconds here: a run has only a few minutes. */
    private static final Map<String, String> QUICKER = Map.of(
            "PARLEY_OUTBOX_SWEEPEVERY", "5s",
            "PARLEY_OUTBOX_SWEEPAGE", "5s",
            "PARLEY_OUTBOX_SWEEPSHARE", "0.1",
            // Long enough for every fault: what is given up waits in the inbox, and the checker would miss it.
            "PARLEY_WEBHOOKS_RETRIES", "500ms,1s,2s" + ",4s".repeat(60),
            "PARLEY_WEBHOOKS_TIMEOUT", "3s",
            "PARLEY_WEBHOOKS_BREAKERPAUSE", "2s",
            "PARLEY_WEBHOOKS_ALLOWPRIVATE", "true",
            "MALLOC_ARENA_MAX", "2");

    Map<String, String> environment(URI address, String store, String broker, URI issuer) {
        var environment = new HashMap<>(QUICKER);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(address.getPort()));
        environment.put("PARLEY_MONGODB_URI", store);
        environment.put("PARLEY_KAFKA", broker);
        environment.put("PARLEY_ISSUER", issuer.toString());
        return environment;
    }

    Child service(Service service, String name, Map<String, String> environment) {
        var program = Program.service(Checkout.root(), service.module());
        return child(name, program, "192m", environment, List.of());
    }

    Child local(String name, String mainClass, String heap, String... arguments) {
        var all = new ArrayList<>(List.of("--ends-with-parent"));
        all.addAll(List.of(arguments));
        return child(name, Program.local(Checkout.root(), name, mainClass), heap, Map.of(), all);
    }

    Child receiver(List<String> command) {
        return new Child("receiver", command, Map.of(), log("receiver"));
    }

    private Child child(
            String name, Program program, String heap, Map<String, String> environment, List<String> arguments) {
        var options = new ArrayList<>(OPTIONS);
        options.add("-Xmx" + heap);
        var command = new ArrayList<>(program.command(options, Recording.existing(program)));
        command.addAll(arguments);
        return new Child(name, command, environment, log(name));
    }

    private Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }
}

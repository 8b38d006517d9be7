package org.parley.faults.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Doors;
import org.parley.faults.load.calls.Endpoints;
import org.parley.faults.receiver.Deliveries;
import org.parley.processes.Child;
import org.parley.processes.FreePort;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * The load without any fault, on a platform that {@code infra/up} has started with
 * {@code PARLEY_WEBHOOKS_ALLOW_PRIVATE=true} and the same environment. Says what clients were told; fails when anything
 * was uncertain.
 */
@CommandLine.Command(name = "rehearsal", mixinStandardHelpOptions = true)
public final class Rehearsal implements Callable<Integer> {

    @Option(names = "--seconds", defaultValue = "30")
    private int seconds;

    @Option(names = "--rate", defaultValue = "10", description = "referrals per second")
    private double rate;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
    private final AtomicInteger uncertain = new AtomicInteger();

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Rehearsal()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var doors = Doors.local(System.getenv());
        var pace = Pace.USUAL.withReferralsPerSecond(rate);
        var file = Files.createTempDirectory("rehearsal").resolve("deliveries.jsonl");
        var port = FreePort.any();
        try (var receiver = receiver(pace, port, file)) {
            receiver.begin().awaitLine("receiver ready", Duration.ofSeconds(30));
            for (var center : pace.webhookCenters()) {
                var url = URI.create("http://127.0.0.1:" + port + "/hooks/" + center);
                Endpoints.register(doors, center, url, Endpoints.secret(seed, center));
            }
            var load = new Load(doors, pace, seed, this::count);
            load.begin();
            Thread.sleep(Duration.ofSeconds(seconds));
            load.finish(Duration.ofSeconds(60));
        }
        new TreeMap<>(told).forEach((what, count) -> System.out.printf("%6d %s%n", count.get(), what));
        var deliveries = Deliveries.read(file);
        System.out.printf(
                "%6d webhooks, of these %d signed and %d taken%n",
                deliveries.size(),
                deliveries.stream().filter(it -> it.signed()).count(),
                deliveries.stream().filter(it -> it.answered() == 204).count());
        return uncertain.get() == 0 ? 0 : 1;
    }

    private void count(Asked asked) {
        if (asked.told() == Told.UNCERTAIN) {
            uncertain.incrementAndGet();
        }
        var why = asked.told() == Told.DONE
                ? ""
                : " %d %s".formatted(asked.status(), asked.answer().path("type").asString(""));
        var what = asked.deed() + " " + asked.told() + why;
        told.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    private Child receiver(Pace pace, int port, Path file) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.parley.faults.receiver.Receiver",
                "--ends-with-parent",
                "--port=" + port,
                "--file=" + file,
                "--seed=" + seed));
        pace.webhookCenters().forEach(it -> command.add("--secret=" + it + ":" + Endpoints.secret(seed, it)));
        return new Child("receiver", command, Map.of(), file.resolveSibling("receiver.log"));
    }
}

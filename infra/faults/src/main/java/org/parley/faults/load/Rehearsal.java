package org.parley.faults.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Delivery;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Doors;
import org.parley.faults.load.calls.Endpoints;
import org.parley.faults.receiver.Deliveries;
import org.parley.faults.receiver.Receiver;
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

    private final Queue<Asked> history = new ConcurrentLinkedQueue<>();

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
            var load = new Load(doors, pace, seed, history::add);
            load.begin();
            Thread.sleep(Duration.ofSeconds(seconds));
            load.finish(Duration.ofSeconds(60));
        }
        history.stream()
                .collect(Collectors.groupingBy(Rehearsal::what, TreeMap::new, Collectors.toList()))
                .forEach((what, all) -> System.out.printf("%6d %s, median %d ms%n", all.size(), what, median(all)));
        var deliveries = Deliveries.read(file);
        System.out.printf(
                "%6d webhooks, of these %d signed and %d taken%n",
                deliveries.size(),
                deliveries.stream().filter(Delivery::signed).count(),
                deliveries.stream().filter(it -> it.answered() == 204).count());
        return history.stream().noneMatch(it -> it.told() == Told.UNCERTAIN) ? 0 : 1;
    }

    private static String what(Asked asked) {
        var why = asked.told() == Told.REFUSED
                ? " " + asked.answer().path("type").asString("").replace("urn:parley:problem:", "")
                : "";
        return asked.deed() + " " + asked.told() + why;
    }

    private static long median(List<Asked> all) {
        var times = all.stream()
                .map(it -> Duration.between(it.began(), it.ended()).toMillis())
                .sorted()
                .toList();
        return times.get(times.size() / 2);
    }

    private Child receiver(Pace pace, int port, Path file) {
        var command = Receiver.command(port, file, seed, Endpoints.secrets(seed, pace.webhookCenters()));
        return new Child("receiver", command, Map.of(), file.resolveSibling("receiver.log"));
    }
}

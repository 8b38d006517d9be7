package org.parley.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.faults.check.Checker;
import org.parley.faults.check.Violation;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Figure;
import org.parley.faults.history.Found;
import org.parley.faults.history.Histories;
import org.parley.faults.history.Told;
import org.parley.faults.load.Load;
import org.parley.faults.load.Pace;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Doors;
import org.parley.faults.load.calls.Endpoints;
import org.parley.faults.load.calls.Stage;
import org.parley.faults.look.Calm;
import org.parley.faults.look.Evidence;
import org.parley.faults.look.Looking;
import org.parley.faults.plan.Injector;
import org.parley.faults.plan.Plan;
import org.parley.faults.platform.Platform;
import org.parley.faults.receiver.Receiver;
import org.parley.processes.Folders;
import org.parley.processes.Service;

/** One seed from the start of the platform to the verdict. */
public final class Run {

    /** Little enough for several runs side by side on two processors: what is looked for is disorder, not speed. */
    private static final double REFERRALS_PER_SECOND = 3;

    private static final Duration SETTLE = Duration.ofMinutes(2);
    private static final Duration CLIENTS_FINISH = Duration.ofSeconds(60);

    /**
     * @param violations empty when everything held
     * @param missing what would have had to happen for the run to count
     * @param evidence what did happen, in words
     */
    public record Outcome(long seed, List<Violation> violations, List<String> missing, String evidence, int deeds) {

        public boolean isGood() {
            return violations.isEmpty() && missing.isEmpty();
        }
    }

    private final Plan plan;
    private final Path folder;
    private final Consumer<String> log;

    /**
     * @param folder where everything of this run is kept; taken away when the run was good
     * @param log told what goes on
     */
    public Run(Plan plan, Path folder, Consumer<String> log) {
        this.plan = plan;
        this.folder = folder;
        this.log = log;
    }

    public Outcome play() throws IOException, InterruptedException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        var pace = Pace.USUAL.withReferralsPerSecond(REFERRALS_PER_SECOND);
        var deliveries = folder.resolve("deliveries.jsonl");
        var secrets = Endpoints.secrets(plan.seed(), pace.webhookCenters());
        try (var platform = new Platform(
                        folder, plan.doubled(), port -> Receiver.command(port, deliveries, plan.seed(), secrets));
                var evidence = new Evidence(platform)) {
            platform.start();
            log.accept("platform ready; two copies of " + plan.doubled());
            evidence.begin();
            var doors = doors(platform);
            secrets.forEach((center, secret) ->
                    Endpoints.register(doors, center, platform.receiverAddress().resolve("/hooks/" + center), secret));
            var history = play(platform, doors, pace);
            var missing = new ArrayList<String>();
            var found = found(platform, doors, pace, deliveries, history, missing);
            var violations = new ArrayList<Violation>();
            found.ifPresentOrElse(
                    all -> violations.addAll(Checker.check(history, all)),
                    () -> missing.forEach(what -> violations.add(new Violation("Calm", what))));
            return new Outcome(plan.seed(), violations, evidence.missing(), said(evidence, platform), history.size());
        }
    }

    private List<Asked> play(Platform platform, Doors doors, Pace pace) throws InterruptedException {
        var history = Collections.synchronizedList(new ArrayList<Asked>());
        var file = folder.resolve("history.jsonl");
        var load = new Load(doors, pace, plan.seed(), asked -> {
            history.add(asked);
            Histories.append(file, List.of(asked));
        });
        load.begin();
        new Injector(platform, log).play(plan);
        log.accept("faults end; the platform heals");
        platform.heal();
        load.finish(CLIENTS_FINISH);
        var told = new EnumMap<Told, Integer>(Told.class);
        history.forEach(asked -> told.merge(asked.told(), 1, Integer::sum));
        log.accept("%d deeds ended: %s".formatted(history.size(), told));
        return List.copyOf(history);
    }

    /** Empty when the platform does not become calm; then it is said what stays under way. */
    private Optional<Found> found(
            Platform platform, Doors doors, Pace pace, Path deliveries, List<Asked> history, List<String> open)
            throws InterruptedException {
        try (var clients = new Clients(doors, pace.patience(), 16, new Stage(), asked -> {})) {
            var looking = new Looking(platform, clients, deliveries, pace.webhookCenters());
            var left = Calm.await(platform, looking::undelivered, SETTLE);
            if (!left.isEmpty()) {
                left.forEach((what, count) -> open.add("still under way: " + what + ": " + count));
                return Optional.empty();
            }
            log.accept("calm");
            var found = looking.look(history, plan.clockShifts());
            platform.end(Service.REPORTING);
            var all = found.withRebuilt(rebuilt(platform, doors, pace, found.figures()));
            Histories.writeFound(folder.resolve("found.json"), all);
            return Optional.of(all);
        }
    }

    /** A second reporting-service counts everything from the start; it may take until its figures stand still. */
    private Map<Figure, Long> rebuilt(Platform platform, Doors doors, Pace pace, Map<Figure, Long> live)
            throws InterruptedException {
        var part = platform.rebuilding(Service.REPORTING, "parley-reporting-rebuilt", "rebuilt");
        try {
            var addresses = new HashMap<>(doors.services());
            addresses.put(Service.REPORTING, List.of(part.address()));
            var there = new Doors(doors.issuer(), addresses, doors.kafka(), doors.intake());
            try (var clients = new Clients(there, pace.patience(), 4, new Stage(), asked -> {})) {
                var looking = new Looking(platform, clients, folder, pace.webhookCenters());
                return Calm.still(looking::figures, live, SETTLE);
            }
        } finally {
            part.kill();
        }
    }

    private static String said(Evidence evidence, Platform platform) {
        var died = platform.diedByItself();
        return evidence + (died.isEmpty() ? "" : "; ended by themselves: " + died);
    }

    private static Doors doors(Platform platform) {
        return new Doors(platform.issuer(), platform.addresses(), platform.kafka(), Doors.INTAKE);
    }
}

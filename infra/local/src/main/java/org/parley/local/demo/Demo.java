package org.parley.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.parley.local.Options;

/**
 * Plays the year: {@code --seed=N --data=FOLDER --issuer=URI --enrollment=URI --session=URI --referral=URI
 * --reporting=URI}, and with {@code --verify} compares what the figures have come to. The folder keeps when each seed was
 * played first, since all its days count from there.
 */
public final class Demo {

    private final Programme programme;
    private final OnTheSpot onTheSpot;
    private final Referrals referrals;
    private final Doors doors;

    private Demo(Programme programme, Doors doors) {
        this.programme = programme;
        this.onTheSpot = new OnTheSpot(programme);
        this.referrals = new Referrals(programme);
        this.doors = doors;
    }

    public static void main(String... arguments) throws IOException {
        var options = Options.of(arguments);
        var seed = options.number("seed");
        var programme = new Programme(seed, end(options.path("data").resolve("demo-played"), seed));
        try (var doors = new Doors(options)) {
            var demo = new Demo(programme, doors);
            demo.play();
            if (options.has("verify") && !demo.passes()) {
                System.exit(1);
            }
        } catch (IllegalStateException e) {
            System.err.println("The year stops here: " + e.getMessage());
            System.exit(1);
        }
    }

    private void play() {
        var begin = Instant.now();
        System.out.println(
                "Playing a year of the programme in " + programme.commands().size() + " commands of five boroughs");
        step(
                Programme.COHORTS + " trainings of " + Programme.SEATS + " officers",
                new Trainings(programme, doors)::play);
        step(Referrals.COUNT + " referrals and what the centers did with them", () -> referrals.play(doors));
        step(
                onTheSpot.microInterventions().size() + " micro-interventions",
                () -> onTheSpot.playMicroInterventions(doors));
        step(onTheSpot.mediations().size() + " mediations by officers", () -> onTheSpot.playMediations(doors));
        step(referrals.mediations().size() + " mediations by centers", () -> referrals.playEarlierMediations(doors));
        System.out.println(
                "The year took " + Duration.between(begin, Instant.now()).toSeconds() + " s");
    }

    private boolean passes() {
        return new Verification(Totals.of(programme, onTheSpot, referrals), doors).passes();
    }

    private static void step(String what, Runnable step) {
        var begin = Instant.now();
        step.run();
        System.out.println("  %s (%d s)"
                .formatted(what, Duration.between(begin, Instant.now()).toSeconds()));
    }

    private static Instant end(Path file, long seed) throws IOException {
        var played = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                played.load(in);
            }
        }
        var key = Long.toString(seed);
        var before = played.getProperty(key);
        if (before != null) {
            return Instant.parse(before);
        }
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        played.setProperty(key, now.toString());
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file)) {
            played.store(out, "when each seed was played first");
        }
        return now;
    }
}

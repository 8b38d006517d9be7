package org.parley.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.parley.local.Options;

/**
 * Plays the year: {@code --data=FOLDER --issuer=URI --enrollment=URI --session=URI --referral=URI}. The folder keeps when
 * it was played first, since all its days count from there.
 */
public final class Demo {

    private final Programme programme;
    private final Doors doors;

    private Demo(Programme programme, Doors doors) {
        this.programme = programme;
        this.doors = doors;
    }

    public static void main(String... arguments) throws IOException {
        var options = Options.of(arguments);
        var programme = new Programme(end(options.path("data").resolve("demo-played")));
        try (var doors = new Doors(options)) {
            new Demo(programme, doors).play();
        } catch (IllegalStateException e) {
            System.err.println("The year stops here: " + e.getMessage());
            System.exit(1);
        }
    }

    private void play() {
        var begin = Instant.now();
        System.out.println("Playing a year of the programme in 25 commands of five boroughs");
        var trainings = new Trainings(programme, doors);
        var referrals = new Referrals(programme, doors);
        var onTheSpot = new OnTheSpot(programme, doors);
        step(Programme.COHORTS + " trainings, " + programme.officers() + " officers", trainings::play);
        step(Referrals.COUNT + " referrals and what the centers did with them", referrals::play);
        step(OnTheSpot.MICRO_INTERVENTIONS + " micro-interventions", onTheSpot::playMicroInterventions);
        step(OnTheSpot.SESSIONS + " mediations by officers", onTheSpot::playSessions);
        step(Referrals.CENTER_SESSIONS + " mediations by centers", referrals::playEarlierSessions);
        System.out.println(
                "The year took " + Duration.between(begin, Instant.now()).toSeconds() + " s");
    }

    private static void step(String what, Runnable step) {
        var begin = Instant.now();
        step.run();
        System.out.println("  %s (%d s)"
                .formatted(what, Duration.between(begin, Instant.now()).toSeconds()));
    }

    private static Instant end(Path file) throws IOException {
        if (Files.exists(file)) {
            return Instant.parse(Files.readString(file));
        }
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Files.createDirectories(file.getParent());
        Files.writeString(file, now.toString());
        return now;
    }
}

package org.parley.casework;

import static org.parley.casework.calls.House.REFERRAL;
import static org.parley.casework.calls.House.REPORTING;
import static org.parley.casework.calls.House.SESSION;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casework.calls.Doors;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.plan.Plan;
import org.parley.connector.nyc311.CommunityBoards;
import org.parley.connector.nyc311.Nyc311;
import org.parley.connector.nyc311.Precincts;
import org.parley.connector.nyc311.TypeMapping;
import org.parley.connector.rows.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code infra/demo --referrals}. */
@Command(
        name = "infra/demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = "Sends a 311 file through the front door of the platform that runs, and lets five centers work"
                + " everything off to an end. Without --referrals it plays a year of the programme instead.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row has come to its end, and with --verify nothing differs",
            "1:a row was refused, has not come to an end, or differs",
            "2:the command line is wrong, or a file can't be read",
            "3:the platform does not run, or has something on it that would be disturbed",
            "70:a defect of this command; please report it"
        })
final class Casework implements Callable<Integer> {

    @Option(names = "--referrals", required = true, paramLabel = "FILE.csv", description = "Service requests of 311.")
    private Path referrals = Path.of("");

    @Option(
            names = "--precincts",
            required = true,
            paramLabel = "FILE.geojson",
            description = "Areas of the precincts; each feature has a property \"precinct\".")
    private Path precincts = Path.of("");

    @Option(
            names = "--fallback",
            paramLabel = "FILE.csv",
            description = "Precincts' shares of the community boards, for rows without a point.")
    private @Nullable Path fallback;

    @Option(names = "--seed", paramLabel = "N", description = "Decides what becomes of each row.")
    private long seed = 1;

    @Option(names = "--verify", description = "Compare the books of this run with the platform's, row by row.")
    private boolean verify;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long what follows by events may take before it counts as a difference.")
    private int patience = 60;

    public static void main(String[] arguments) {
        // Otherwise small answers wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(new CommandLine(new Casework())
                .setExecutionExceptionHandler((e, line, _) -> explain(e, line.getErr()))
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var reader = new Nyc311(
                TypeMapping.shipped(),
                Precincts.read(precincts),
                fallback == null ? CommunityBoards.none() : CommunityBoards.read(fallback));
        var rows = Rows.read(reader, referrals);
        var issuer = address("PARLEY_ISSUER", 8080);
        var houses = Map.of(
                REFERRAL, address("PARLEY_REFERRAL", 8083),
                SESSION, address("PARLEY_SESSION", 8082),
                REPORTING, address("PARLEY_REPORTING", 8084));
        isThere(issuer);
        houses.values().forEach(Casework::isThere);
        try (var doors = new Doors(issuer, houses)) {
            return new Run(rows, new Plan(seed), doors, Duration.ofSeconds(patience), System.out).play(verify) ? 0 : 1;
        }
    }

    private static URI address(String variable, int port) {
        return URI.create(System.getenv().getOrDefault(variable, "http://127.0.0.1:" + port));
    }

    private static void isThere(URI address) {
        try (var _ = new Socket(address.getHost(), address.getPort())) {
            // it listens
        } catch (IOException e) {
            throw new Unexpected("No platform answers at " + address + "; infra/up starts it.");
        }
    }

    private static int explain(Exception e, PrintWriter err) {
        switch (e) {
            case NoSuchFileException none -> err.println("infra/demo: no such file: " + none.getFile());
            case BadInput _, IOException _, Unexpected _ -> err.println("infra/demo: " + e.getMessage());
            default -> {
                e.printStackTrace(err);
                return 70;
            }
        }
        return e instanceof Unexpected ? 3 : 2;
    }
}
